// One person: the month week by week, the duties with their posts, and what is borne beside the peers.

function calendar(person) {
  const table = make("table", {class: "calendar"}, make("caption", {}, words.monthLine), headRow(words.weekdays));
  const body = make("tbody");
  let row = null;
  const lead = (dateOf(0).getUTCDay() + 6) % 7;
  for (let number = -lead; number <= lastDate || (number + lead) % 7; number++) {
    if ((number + lead) % 7 === 0) body.append(row = make("tr"));
    if (number < 0 || number > lastDate) {
      row.append(make("td"));
      continue;
    }
    const [sign, kind] = data.cells[person.line[number]];
    const day = dateOf(number);
    row.append(make("td", {class: "k-" + kind}, make("small", {}, `${day.getUTCMonth() + 1}/${day.getUTCDate()}`), make("b", {}, sign)));
  }
  table.append(body);
  return table;
}

const SUMS = [words.dutyCount, words.hours, words.nights, words.weekends, words.holidays, words.eves, words.recalls, words.overtime];
const IN_MINUTES = new Set([1, 7]);

function sumText(value, place) {
  return IN_MINUTES.has(place) ? hours(value) : String(value);
}

function peersOf(person) {
  return data.people.filter((one) => one.unit === person.unit && one.team === person.team && one.role === person.role);
}

function range(people, place) {
  const values = people.map((one) => one.sums[place]);
  const least = Math.min(...values), most = Math.max(...values);
  return least === most ? sumText(least, place) : sumText(least, place) + "–" + sumText(most, place);
}

function mean(people, place) {
  const sum = people.reduce((all, one) => all + one.sums[place], 0) / people.length;
  return IN_MINUTES.has(place) ? hours(sum) : String(Math.round(sum * 10) / 10);
}

function sumTable(person) {
  const peers = peersOf(person);
  const table = make("table", {}, make("caption", {}, fill(words.besidePeers, {team: person.team || words.noTeam, role: person.role, heads: peers.length})),
    headRow([words.burden, words.here, words.peersMean, words.peersRange, ...(person.past.length ? [words.past] : [])]));
  table.append(make("tbody", {}, ...SUMS.map((name, place) => make("tr", {},
    make("th", {scope: "row"}, name), make("td", {}, sumText(person.sums[place], place)), make("td", {}, mean(peers, place)), make("td", {}, range(peers, place)),
    person.past.length ? make("td", {}, place < 2 ? "" : sumText(person.past[place - 2], place)) : ""))));
  return table;
}

function dutyTable(number) {
  const mine = duties[number].filter((duty) => duty.date >= 0);
  const table = make("table", {class: "sheet"}, make("caption", {}, words.dutyList), headRow([words.date, words.shift, words.unit, words.postsOfDuty]));
  table.append(make("tbody", {}, ...mine.map((duty) => {
    const shift = data.shifts[duty.shift];
    const end = duty.stretches[duty.stretches.length - 1][1];
    const marks = [duty.origin === RECALL ? words.recalled : "", duty.origin === EXCHANGE ? words.exchanged : "", end < shift.end ? words.brokenOff : ""].filter(Boolean).join(words.comma);
    const posts = duty.stretches.map(([since, until, post, vehicles]) =>
      span(since, until) + " " + (post < 0 ? words.reserve : data.posts[post].name) + (vehicles ? ` (${vehicles})` : ""));
    return make("tr", {},
      make("th", {scope: "row", class: "nowrap"}, dateText(duty.date)),
      make("td", {class: "nowrap"}, shift.name + " " + span(shift.start, end), marks ? make("strong", {}, " " + marks) : ""),
      make("td", {}, unitName(duty.unit)),
      make("td", {}, ...posts.map((text) => make("span", {class: "one"}, text))));
  })));
  return table;
}

function region(name, table) {
  return make("div", {class: "wide", tabindex: "0", role: "region", "aria-label": name}, table);
}

function showPerson(number) {
  const person = data.people[number];
  byId("person-head").textContent = person.name;
  const facts = make("p", {class: "facts"},
    [unitName(person.unit), person.team, person.role, person.rank, person.leads ? words.leads : "", person.badge ? fill(words.badgeOf, {badge: person.badge}) : ""].filter(Boolean).join(words.comma));
  if (person.phone) facts.append(words.comma, make("a", {href: "tel:" + person.phone.replace(/[^0-9+]/g, "")}, person.phone));
  const page = byId("person-page");
  page.replaceChildren(facts);
  for (const [date, unit, team] of person.moves) {
    page.append(make("p", {class: "notice"}, fill(words.moves, {date: dateText(date), unit: unitName(unit), team})));
  }
  page.append(make("div", {class: "pair"}, region(words.monthLine, calendar(person)), region(words.burden, sumTable(person))),
    make("p", {class: "signs"}, signsText()));
  if (person.lieu) page.append(make("p", {}, fill(words.lieuLeft, {hours: hours(person.lieu)})));
  for (const [date, why] of data.off[number]) page.append(make("p", {class: "notice"}, fill(words.offRotation, {date: dateText(date), why})));
  page.append(region(words.dutyList, dutyTable(number)));
}
