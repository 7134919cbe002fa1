// The day sheet of a unit: its shifts and who leads, then post by post who stands there, with which telephone
// number and vehicle, and what is empty.

function personText(number, duty) {
  const person = data.people[number];
  const marks = [person.leads && person.sworn ? words.leads : person.role];
  if (duty && duty.origin === RECALL) marks.push(words.recalled);
  if (duty && duty.origin === EXCHANGE) marks.push(words.exchanged);
  const home = duty && homeOf(person, duty.date).unit;
  if (duty && home !== duty.unit) marks.push(fill(words.lentFrom, {unit: unitName(home)}));
  const told = make("span", {class: "one"}, personLink(number), make("small", {}, " " + marks.join("·")));
  if (person.phone) told.append(" ", make("a", {class: "phone", href: "tel:" + person.phone.replace(/[^0-9+]/g, "")}, person.phone));
  return told;
}

function byRank(one, other) {
  const left = data.people[one.person], right = data.people[other.person];
  return right.leads - left.leads || right.sworn - left.sworn || one.person - other.person;
}

/** Where people of any shift stand in the unit on a duty day, by post; reserve has no post. */
function standsOn(unit, date) {
  const from = data.dayStarts, to = data.dayStarts + MINUTES;
  const found = new Map();
  for (const duty of duties.flat()) {
    if (duty.unit !== unit || Math.abs(duty.date - date) > 1) continue;
    const ahead = (duty.date - date) * MINUTES;
    for (const [start, end, post, vehicles] of duty.stretches) {
      const stand = {start: Math.max(start + ahead, from), end: Math.min(end + ahead, to), duty, vehicles};
      if (stand.start >= stand.end) continue;
      if (!found.has(post)) found.set(post, []);
      found.get(post).push(stand);
    }
  }
  return found;
}

/** Cut wherever somebody comes or goes, so that each row has the whole crew, whatever their shifts. */
function crewsOf(stands) {
  const cuts = [...new Set(stands.flatMap(({start, end}) => [start, end]))].sort((one, other) => one - other);
  const rows = [];
  cuts.slice(1).forEach((end, at) => {
    const start = cuts[at];
    const there = stands.filter((one) => one.start <= start && end <= one.end);
    const last = rows[rows.length - 1];
    const key = there.map((one) => one.duty.person + one.vehicles).sort().join();
    if (last && last.end === start && last.key === key) last.end = end;
    else if (there.length) rows.push({start, end, key, there});
  });
  return rows;
}

/** Reserve in the stretches that people have in common: nobody there waits for the others. */
function reservesOf(stands) {
  const groups = new Map();
  for (const one of stands) {
    const key = one.start + "-" + one.end;
    if (!groups.has(key)) groups.set(key, {start: one.start, end: one.end, there: []});
    groups.get(key).there.push(one);
  }
  return [...groups.values()].sort((one, other) => one.start - other.start || one.end - other.end);
}

function crewCells({there}) {
  const crew = make("td", {class: "crew"});
  for (const {duty} of there.sort((one, other) => byRank(one.duty, other.duty))) crew.append(personText(duty.person, duty), " ");
  const vehicles = [...new Set(there.map((one) => one.vehicles).filter(Boolean))];
  return [crew, make("td", {class: "nowrap"}, vehicles.join(" "))];
}

/** The rows of one post: crews and gaps in the order of time. */
function postBody(post, rows) {
  const place = post < 0 ? null : data.posts[post];
  const body = make("tbody");
  rows.sort((one, other) => one.start - other.start || one.end - other.end).forEach((one, at) => {
    const row = make("tr");
    if (!at) {
      row.append(make("th", {scope: "rowgroup", rowspan: rows.length, class: "nowrap"}, place ? place.name : words.reserve,
        place && place.callsign ? make("small", {}, " " + place.callsign) : ""));
    }
    row.append(make("td", {class: "nowrap"}, span(one.start, one.end)));
    if (one.short) row.append(make("td", {class: "red", colspan: 2}, fill(words.lacks, {heads: one.short.heads}) + words.comma + (one.short.tier === LAW ? words.belowLaw : words.belowPlan)));
    else row.append(...crewCells(one));
    body.append(row);
  });
  return body;
}

function postTable(unit, date, short) {
  const stands = standsOn(unit, date);
  const rows = new Map();
  for (const [post, those] of stands) rows.set(post, post < 0 ? reservesOf(those) : crewsOf(those));
  for (const one of short) {
    const ahead = (one.day - date) * MINUTES;
    if (!rows.has(one.post)) rows.set(one.post, []);
    rows.get(one.post).push({start: one.start + ahead, end: one.end + ahead, short: one});
  }
  const order = [...rows.keys()].sort((one, other) => (one < 0) - (other < 0) || one - other);
  return make("table", {class: "sheet"}, headRow([words.post, words.time, words.crew, words.vehicles]),
    ...order.map((post) => postBody(post, rows.get(post))));
}

function shiftTable(there) {
  const shifts = [...new Set(there.map((duty) => duty.shift))].sort((one, other) => data.shifts[one].start - data.shifts[other].start || one - other);
  return make("table", {class: "sheet"}, headRow([words.shift, words.time, words.heads, words.leading]),
    make("tbody", {}, ...shifts.map((number) => {
      const those = there.filter((duty) => duty.shift === number);
      const leading = make("td");
      for (const duty of those.filter((one) => data.people[one.person].leads).sort(byRank)) leading.append(personText(duty.person, duty), " ");
      const shift = data.shifts[number];
      return make("tr", {}, make("th", {scope: "row", class: "nowrap"}, shift.name), make("td", {class: "nowrap"}, span(shift.start, shift.end)),
        make("td", {}, those.length), leading);
    })));
}

function awayList(unit, date) {
  const away = [];
  data.people.forEach((person, number) => {
    const [sign, kind] = data.cells[person.line[date]];
    if (homeOf(person, date).unit === unit && (kind === "away" || kind === "let-off")) away.push([number, sign]);
  });
  if (!away.length) return [];
  const list = make("p", {class: "away"});
  for (const [number, sign] of away) list.append(make("span", {class: "one"}, personLink(number), make("small", {}, " " + sign)), " ");
  return [make("h3", {}, fill(words.away, {number: away.length})), list];
}

function titled(id, title, table) {
  return [make("h3", {id}, title), make("div", {class: "wide", tabindex: "0", role: "region", "aria-labelledby": id}, table)];
}

function showDay() {
  const unit = Number(byId("day-unit").value), date = Number(byId("day-date").value);
  const there = duties.flat().filter((duty) => duty.unit === unit && duty.date === date);
  const short = data.shortages.filter((one) => one.unit === unit && one.duty === date && one.tier <= PLAN);
  const sheet = byId("day-sheet");
  sheet.replaceChildren(make("p", {class: "headline"}, fill(words.dayTitle, {unit: unitName(unit), date: dateText(date), heads: there.length})));
  if (short.length) sheet.append(make("div", {class: "card bad"}, make("p", {class: "subhead"}, words.empty), ...shortList(short, true)));
  if (!there.length) sheet.append(make("p", {}, words.nobody));
  sheet.append(...titled("day-shifts", words.byShift, shiftTable(there)), ...titled("day-posts", fill(words.byPost, {clock: clock(data.dayStarts)}), postTable(unit, date, short)),
    ...awayList(unit, date));
}

function startDay(date) {
  offerUnits(byId("day-unit"), "");
  offerDates(byId("day-date"));
  byId("day-date").value = String(date);
  for (const id of ["day-unit", "day-date"]) {
    byId(id).addEventListener("change", () => {
      location.hash = `#/day/${encodeURIComponent(data.units[Number(byId("day-unit").value)].id)}/${isoDate(Number(byId("day-date").value))}`;
    });
  }
}
