// Fairness and hours: what the people of a team bear side by side, and everybody in a table to be sorted.

const MOST_SHOWN = 150;
let sorting = {place: 1, down: true};

function peopleOf(unit) {
  return data.people.map((_, number) => number).filter((number) => unit < 0 || data.people[number].unit === unit);
}

function showTeams(unit) {
  const groups = new Map();
  for (const number of peopleOf(unit)) {
    const person = data.people[number];
    const key = [person.unit, person.team, person.role].join("\n");
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(person);
  }
  const body = make("tbody", {}, ...[...groups.values()].map((people) => make("tr", {},
    make("th", {scope: "row"}, unitName(people[0].unit)), make("td", {}, people[0].team), make("td", {}, people[0].role), make("td", {}, people.length),
    make("td", {}, mean(people, 1)),
    ...[1, 2, 3, 4, 6, 7].map((place) => make("td", {class: "nowrap"}, range(people, place))))));
  byId("sums-teams").replaceChildren(headRow([words.unit, words.team, words.role, words.heads, words.meanHours, words.hours, words.nights, words.weekends, words.holidays, words.recalls, words.overtime]), body);
}

function showEach(unit) {
  const {place, down} = sorting;
  const weeks = data.dates.length / 7;
  const sorted = peopleOf(unit).sort((one, other) => {
    const by = data.people[one].sums[place] - data.people[other].sums[place];
    return (down ? -by : by) || one - other;
  });
  const row = make("tr", {}, ...[words.name, words.unit, words.team, words.role].map((name) => make("th", {scope: "col"}, name)));
  SUMS.forEach((name, at) => {
    const button = make("button", {type: "button"}, name, at === place ? make("span", {"aria-hidden": "true"}, down ? " ▼" : " ▲") : "");
    button.addEventListener("click", () => {
      sorting = {place: at, down: at === sorting.place ? !sorting.down : true};
      showEach(unit);
      byId("sums-people").querySelectorAll("thead button")[at].focus();
    });
    row.append(make("th", {scope: "col", "aria-sort": at === place ? (down ? "descending" : "ascending") : "none"}, button));
  });
  row.append(make("th", {scope: "col"}, words.weekHours), make("th", {scope: "col"}, words.lieu));
  const body = make("tbody", {}, ...sorted.slice(0, MOST_SHOWN).map((number) => {
    const person = data.people[number];
    return make("tr", {},
      make("th", {scope: "row", class: "nowrap"}, personLink(number), " ", make("small", {}, person.badge)),
      make("td", {}, unitName(person.unit)), make("td", {}, person.team), make("td", {}, person.role),
      ...person.sums.map((value, at) => make("td", {}, sumText(value, at))),
      make("td", {}, hours(person.sums[1] / weeks)), make("td", {}, hours(person.lieu)));
  }));
  byId("sums-people").replaceChildren(make("thead", {}, row), body);
  byId("sums-shown").textContent = sorted.length > MOST_SHOWN ? fill(words.firstShown, {shown: MOST_SHOWN, number: sorted.length}) : "";
}

function showSums() {
  const unit = Number(byId("sums-unit").value);
  showTeams(unit);
  showEach(unit);
}

function startSums() {
  offerUnits(byId("sums-unit"), words.allUnits);
  byId("sums-unit").addEventListener("change", showSums);
}
