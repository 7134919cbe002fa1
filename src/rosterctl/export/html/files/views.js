// Which view is open (the part of the address after #), the search, the looks, the keys.

const VIEWS = ["overview", "month", "day", "sums", "person"];

/**
 * Opens what the address names: `#/day/S01/2026-12-02`, `#/person/P001`. With the stroke it is no id of the page, to
 * which the browser would scroll by itself.
 */
function openView(moved) {
  if (location.hash && !location.hash.startsWith("#/") && moved) return; // the link past the head of the page
  const [name, ...rest] = location.hash.slice(2).split("/").map((part) => decodeURIComponent(part));
  let view = VIEWS.includes(name) ? name : "overview";
  if (view === "person" && !personNumber.has(rest[0])) view = "overview";
  for (const one of VIEWS) byId(one).hidden = one !== view;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === "#/" + view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (view === "person") showPerson(personNumber.get(rest[0]));
  if (view === "day") {
    const unit = data.units.findIndex((one) => one.id === rest[0]);
    const date = data.dates.findIndex((_, number) => isoDate(number) === rest[1]);
    if (unit >= 0) byId("day-unit").value = String(unit);
    if (date >= 0) byId("day-date").value = String(date);
    showDay();
  }
  if (view === "sums") showSums();
  if (view === "month") openMonth();
  if (!moved) return;
  window.scrollTo(0, 0);
  byId(view + "-head").focus({preventScroll: true});
}

// One text a person: whatever a search may name, in small letters.
const searched = data.people.map((one) => ({
  name: one.name.toLowerCase(), badge: one.badge.toLowerCase(), id: one.id.toLowerCase(),
  initials: one.initials.toLowerCase().split(" "), unit: unitName(one.unit).toLowerCase(),
}));

function matches(one, word) {
  return one.name.includes(word) || one.badge.includes(word) || one.id.includes(word) || one.unit.includes(word) ||
    one.initials.some((letters) => letters.startsWith(word));
}

const MOST_HITS = 12;

/** Leaves in the month table whom the query names, and lists the first of them. */
function search() {
  const parts = byId("query").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const hits = byId("hits");
  const found = [];
  if (parts.length) searched.forEach((one, number) => parts.every((word) => matches(one, word)) && found.push(number));
  wanted = parts.length ? new Set(found) : null;
  byId("found").textContent = parts.length ? fill(words.found, {number: found.length}) : "";
  hits.replaceChildren(...found.slice(0, MOST_HITS).map((number) => {
    const person = data.people[number];
    return make("li", {}, personLink(number), make("small", {}, " " + [person.badge, unitName(person.unit), person.team].filter(Boolean).join(" ")));
  }));
  hits.hidden = !found.length;
  if (!byId("month").hidden) window.scrollTo(0, 0);
  showMonth();
}

function closeHits() {
  byId("hits").hidden = true;
}

function moveInHits(event) {
  const links = [byId("query"), ...byId("hits").querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (at < 0 || byId("hits").hidden) return;
  const next = event.key === "ArrowDown" ? at + 1 : event.key === "ArrowUp" ? at - 1 : -1;
  if (next < 0 || next >= links.length) return;
  event.preventDefault();
  links[next].focus();
}

function onKey(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("query").focus();
  } else if (event.key === "Escape" && document.activeElement.closest(".search")) {
    byId("query").value = "";
    search();
    byId("query").focus();
  } else if (event.key === "Enter" && document.activeElement === byId("query")) {
    const first = byId("hits").querySelector("a");
    if (first) first.click();
  } else moveInHits(event);
}

function isDark() {
  return (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
}

function showTheme() {
  byId("theme").setAttribute("aria-pressed", String(isDark()));
}

function start() {
  document.documentElement.classList.add("ready");
  startOverview();
  startMonth();
  startDay(shown.date);
  startSums();
  byId("query").addEventListener("input", search);
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search") || event.target.closest("#hits a")) closeHits();
  });
  byId("query").addEventListener("focus", () => {
    byId("hits").hidden = !byId("hits").childElementCount;
  });
  byId("theme").addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    showTheme();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
  showTheme();
  window.addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details")) one.open = true;
  });
  byId("print").addEventListener("click", () => window.print());
  window.addEventListener("hashchange", () => openView(true));
  openView(false);
  performance.measure("ready", {start: 0, end: performance.now()});
}

start();
