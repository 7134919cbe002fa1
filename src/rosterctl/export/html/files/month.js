// The month table: a table a unit, or a team of it where the unit is large, so that the browser lays out no more
// than what is near. A table is filled when it comes near, and all of them before printing.

const rowsOf = new Map(); // by person: the row, once its table is filled
const LINE_HIGH = 27;
const LARGE = 40;

/** The tables of a unit: its teams in their order, small ones together. */
function partsOf(people) {
  const teams = new Map();
  for (const number of people) {
    const team = data.people[number].team;
    if (!teams.has(team)) teams.set(team, []);
    teams.get(team).push(number);
  }
  const parts = [];
  for (const [team, members] of teams) {
    const last = parts[parts.length - 1];
    if (last && last.people.length + members.length <= LARGE) {
      last.teams.push([team, members]);
      last.people.push(...members);
    } else parts.push({teams: [[team, members]], people: [...members], box: null, filled: false});
  }
  return parts;
}

const units = data.units.map((unit, number) => ({
  number, name: unit.name, section: null,
  people: data.people.flatMap((person, at) => (person.unit === number ? [at] : [])),
})).filter((unit) => unit.people.length);
for (const unit of units) unit.parts = partsOf(unit.people);
const parts = units.flatMap((unit) => unit.parts.map((part) => Object.assign(part, {unit})));

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

/** The unit and the teams that are in the table: no two tables are called the same. */
function partName(part) {
  return part.unit.name + " " + part.teams.map(([team]) => team || words.noTeam).join(words.comma);
}

function fillPart(part) {
  if (part.filled) return;
  part.filled = true;
  const table = make("table", {class: "grid", "aria-label": partName(part)}, monthHead());
  const columns = data.dates.length + 4;
  for (const [team, people] of part.teams) {
    const named = fill(words.teamHeading, {team: team || words.noTeam, heads: people.length});
    table.append(make("tbody", {},
      make("tr", {class: "team"}, make("th", {scope: "rowgroup", colspan: columns}, make("span", {}, named))),
      ...people.map(monthRow)));
  }
  part.box.append(table);
  part.box.style.minHeight = "";
  hideEmpty(part);
}

let wanted = null; // the persons that the search finds; null: all
function isWanted(number) {
  return wanted === null || wanted.has(number);
}

function hideEmpty(part) {
  for (const body of part.box.querySelectorAll("tbody")) {
    body.hidden = ![...body.rows].some((row, at) => at && !row.hidden);
  }
}

const AT_ONCE = 45; // more rows than a window is high
const idle = window.requestIdleCallback ? (run) => requestIdleCallback(run) : (run) => setTimeout(run, 30);
let waiting = []; // tables that the newest search leaves and that are not shown yet

function showPart(part) {
  part.box.hidden = false;
  if (!part.filled) return;
  for (const number of part.people) rowsOf.get(number).hidden = !isWanted(number);
  hideEmpty(part);
}

/** Shows whom the search and the choice of a unit leave: what fills the window at once, the rest when there is time. */
function showMonth() {
  const chosen = Number(byId("month-unit").value);
  const later = [];
  let room = AT_ONCE;
  for (const unit of units) {
    unit.section.hidden = !((chosen < 0 || chosen === unit.number) && unit.people.some(isWanted));
    if (unit.section.hidden) continue;
    for (const part of unit.parts) {
      const found = part.people.filter(isWanted).length;
      part.box.hidden = true;
      if (found && room > 0) showPart(part);
      else if (found) later.push(part);
      room -= found;
    }
  }
  waiting = later;
  const next = () => {
    if (waiting !== later || !later.length) return; // another search has come since
    showPart(later.shift());
    idle(next);
  };
  idle(next);
}

function fillShown() {
  waiting.splice(0).forEach(showPart);
  for (const part of parts) if (!part.unit.section.hidden && !part.box.hidden) fillPart(part);
}

let near = null;

/** The tables near the window at once, the others while the browser has nothing else to do. */
function openMonth() {
  if (near) return;
  near = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) fillPart(parts.find((part) => part.box === entry.target));
    }
  }, {rootMargin: "1000px"});
  for (const part of parts) near.observe(part.box);
  const next = () => {
    const part = parts.find((one) => !one.filled);
    if (!part) return;
    fillPart(part);
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
    for (const part of unit.parts) {
      part.box = make("div", {class: "wide part", tabindex: "0", role: "region", "aria-label": partName(part)});
      // The place that the table will take is kept, so that the scroll bar does not jump.
      const high = `${(part.people.length + part.teams.length) * LINE_HIGH + 50}px`;
      part.box.style.minHeight = high;
      part.box.style.containIntrinsicSize = "auto " + high;
      unit.section.append(part.box);
    }
    byId("month-units").append(unit.section);
  }
  byId("month-unit").addEventListener("change", showMonth);
  window.addEventListener("beforeprint", fillShown);
}
