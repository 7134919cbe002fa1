// The month table, a table a unit. A table is filled when it comes near, and all of them before printing.

const rowsOf = new Map(); // by person: the row, once its table is filled
const LINE_HIGH = 27;
const units = data.units.map((unit, number) => ({
  number, name: unit.name, section: null, filled: false,
  people: data.people.flatMap((person, at) => (person.unit === number ? [at] : [])),
})).filter((unit) => unit.people.length);

function monthHead() {
  const row = make("tr", {}, make("th", {scope: "col", class: "who"}, words.name));
  data.dates.forEach((known, number) => {
    const day = dateOf(number);
    const named = number === 0 || day.getUTCDate() === 1 ? `${day.getUTCMonth() + 1}/${day.getUTCDate()}` : String(day.getUTCDate());
    row.append(make("th", {scope: "col", class: known.off ? "off" : "", "aria-label": dateText(number), title: dateText(number)},
      named, make("small", {}, known.festival ? known.festival.slice(0, 2) : weekday(number))));
  });
  for (const name of [words.dutyCount, words.hours, words.nights]) row.append(make("th", {scope: "col", class: "sum"}, name));
  return make("thead", {}, row);
}

// Cloned row by row, because a cell takes longer to make than to copy.
const cellNodes = data.cells.map(([sign, kind]) => make("td", {class: "k-" + kind}, sign));

function monthRow(number) {
  const person = data.people[number];
  const row = make("tr", {}, make("th", {scope: "row", class: "who"}, personLink(number), " ", make("small", {}, person.badge)));
  for (const cell of person.line) row.append(cellNodes[cell].cloneNode(true));
  for (const sum of [person.sums[0], hours(person.sums[1]), person.sums[2]]) row.append(make("td", {class: "sum"}, sum));
  rowsOf.set(number, row);
  row.hidden = !isWanted(number);
  return row;
}

function fillUnit(unit) {
  if (unit.filled) return;
  unit.filled = true;
  const table = make("table", {class: "grid", "aria-labelledby": "unit-" + unit.number}, monthHead());
  const columns = data.dates.length + 4;
  const teams = new Map();
  for (const number of unit.people) {
    const team = data.people[number].team;
    if (!teams.has(team)) teams.set(team, []);
    teams.get(team).push(number);
  }
  for (const [team, people] of teams) {
    const named = fill(words.teamHeading, {team: team || words.noTeam, heads: people.length});
    table.append(make("tbody", {},
      make("tr", {class: "team"}, make("th", {scope: "rowgroup", colspan: columns}, make("span", {}, named))),
      ...people.map(monthRow)));
  }
  unit.section.append(make("div", {class: "wide", tabindex: "0", role: "region", "aria-labelledby": "unit-" + unit.number}, table));
  unit.section.style.containIntrinsicSize = "";
  hideEmpty(unit);
}

let wanted = null; // the persons that the search finds; null: all
function isWanted(number) {
  return wanted === null || wanted.has(number);
}

function hideEmpty(unit) {
  for (const body of unit.section.querySelectorAll("tbody")) {
    body.hidden = ![...body.rows].some((row, at) => at && !row.hidden);
  }
}

/** Shows whom the search and the choice of a unit leave. */
function showMonth() {
  const chosen = Number(byId("month-unit").value);
  for (const unit of units) {
    const here = (chosen < 0 || chosen === unit.number) && unit.people.some(isWanted);
    unit.section.hidden = !here;
    if (!here || !unit.filled) continue;
    for (const number of unit.people) rowsOf.get(number).hidden = !isWanted(number);
    hideEmpty(unit);
  }
}

function fillShown() {
  for (const unit of units) if (!unit.section.hidden) fillUnit(unit);
}

let near = null;

/** The tables near the window at once, the others while the browser has nothing else to do. */
function openMonth() {
  if (near) return;
  near = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) fillUnit(units.find((unit) => unit.section === entry.target));
    }
  }, {rootMargin: "1000px"});
  for (const unit of units) near.observe(unit.section);
  const idle = window.requestIdleCallback || ((run) => setTimeout(run, 50));
  const next = () => {
    const unit = units.find((one) => !one.filled);
    if (!unit) return;
    fillUnit(unit);
    idle(next);
  };
  idle(next);
}

/** Where the whole width has room the heads of the dates stay in sight; else each table scrolls by itself. */
function fit() {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const width = (9.6 + 2.05 * data.dates.length + 3 * 3.1) * rem;
  byId("month-units").classList.toggle("fits", width <= document.documentElement.clientWidth - 2 * rem);
  document.documentElement.style.setProperty("--head", document.querySelector(".top").offsetHeight + "px");
}

/** `白：白班`: what the signs of the shifts stand for, then the other signs. */
function signsText() {
  const used = new Set(duties.flat().map((duty) => duty.shift));
  const named = new Map();
  data.shifts.forEach((shift, number) => {
    if (used.has(number) && !named.has(shift.sign)) named.set(shift.sign, shift.name);
  });
  return [...named].map(([sign, shift]) => fill(words.shiftSign, {sign, shift})).join("") + words.signs;
}

function startMonth() {
  fit();
  window.addEventListener("resize", fit);
  byId("month-signs").textContent = signsText();
  byId("month-units").style.setProperty("--dates", data.dates.length);
  offerUnits(byId("month-unit"), words.allUnits);
  for (const unit of units) {
    const named = fill(words.unitHeading, {unit: unit.name, heads: unit.people.length});
    unit.section = make("section", {class: "unit"}, make("h3", {id: "unit-" + unit.number}, named));
    // Until the table is there the place that it will take is kept, so that the scroll bar does not jump.
    unit.section.style.containIntrinsicSize = `auto ${unit.people.length * LINE_HIGH + 140}px`;
    byId("month-units").append(unit.section);
  }
  byId("month-unit").addEventListener("change", showMonth);
  window.addEventListener("beforeprint", fillShown);
}
