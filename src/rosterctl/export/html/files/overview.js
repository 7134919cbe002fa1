// What is short next, and the strength of a date: teams on top of each other, targets, legal minima.

/** Shortages of a date: of posts, and of strength targets. */
function shortOn(date) {
  const those = data.shortages.filter((one) => one.day === date);
  return {posts: those.filter((one) => one.tier <= PLAN), targets: those.filter((one) => one.tier > PLAN)};
}

function shortItem(one, onSheet) {
  const what = fill(words.shortLine, {
    time: span(one.start, one.end), post: one.name, unit: unitName(one.unit), heads: one.heads,
  });
  const item = make("li", {class: one.tier === LAW ? "law" : one.tier === PLAN ? "plan" : "target"},
    make("strong", {}, what), " ",
    make("span", {class: "tag"}, one.tier === LAW ? words.belowLaw : one.tier === PLAN ? words.belowPlan : words.belowTarget));
  if (!onSheet && one.unit >= 0 && data.dates[one.duty]) {
    const sheet = `#/day/${encodeURIComponent(data.units[one.unit].id)}/${isoDate(one.duty)}`;
    item.append(" ", make("a", {class: "noprint", href: sheet}, words.day));
  }
  if (one.why) item.append(make("span", {class: "why"}, one.why));
  return item;
}

const SHOWN = 8;

/** The first of them, the others folded up; `onSheet` without a link to the day sheet. */
function shortList(rows, onSheet) {
  const item = (one) => shortItem(one, onSheet);
  const list = make("ul", {class: "short"}, ...rows.slice(0, SHOWN).map(item));
  if (rows.length <= SHOWN) return [list];
  const rest = make("ul", {class: "short"}, ...rows.slice(SHOWN).map(item));
  const summary = make("summary", {}, fill(words.moreGaps, {number: rows.length - SHOWN}));
  return [list, make("details", {}, summary, rest)];
}

/** One date in words: red where posts lack people, green where none does. */
function shortCard(name, date, open) {
  const {posts} = shortOn(date);
  const lost = posts.reduce((sum, one) => sum + one.heads * (one.end - one.start), 0);
  const law = posts.filter((one) => one.tier === LAW).length;
  const fields = {name, date: dateText(date), posts: posts.length, hours: hours(lost), law};
  const said = posts.length ? fill(law ? words.dateShortOfLaw : words.dateShort, fields) : fill(words.dateFine, fields);
  const card = make("div", {class: "card " + (posts.length ? "bad" : "good")}, make("p", {class: "headline"}, said));
  if (posts.length && open) card.append(...shortList(posts));
  else if (posts.length) card.append(make("details", {}, make("summary", {}, words.showThem), ...shortList(posts)));
  return card;
}

/** The targets that a date misses, folded up: no post stands empty by them. */
function targetCard(name, date) {
  const {targets} = shortOn(date);
  if (!targets.length) return "";
  const worst = targets.reduce((one, other) => (other.heads > one.heads ? other : one));
  const said = fill(words.targetsShort, {name, number: targets.length, time: span(worst.start, worst.end), target: worst.name, heads: worst.heads});
  return make("details", {class: "card fair"}, make("summary", {}, said), make("ul", {class: "short"}, ...targets.map((one) => shortItem(one, true))));
}

/** Tomorrow and today where the roster has them, else its first date. */
function showNext() {
  const now = today();
  const place = byId("next");
  place.replaceChildren();
  const tomorrow = now + 1;
  if (tomorrow >= 0 && tomorrow <= lastDate) place.append(shortCard(words.tomorrow, tomorrow, true), targetCard(words.tomorrow, tomorrow));
  if (now >= 0 && now <= lastDate) place.append(shortCard(words.today, now, tomorrow > lastDate));
  if (!place.childElementCount) {
    place.append(make("p", {class: "notice"}, now > lastDate ? words.over : words.notBegun), shortCard(words.firstDate, 0, true), targetCard(words.firstDate, 0));
  }
  return Math.min(Math.max(tomorrow, 0), lastDate);
}

// In the order in which they come in the month table, so that a team has the same colour on every date.
const teamNames = [...new Set(data.people.flatMap((person) => [person.team, ...person.moves.map((move) => move[2])]))];

function teamPlace(team) {
  return teamNames.indexOf(team) < 0 ? teamNames.length : teamNames.indexOf(team);
}

/** Heads by team and minute of a date in a unit (-1: everywhere). */
function strengthOf(date, unit) {
  const teams = new Map();
  function add(where, team, start, end, heads) {
    if (unit >= 0 && where !== unit) return;
    const from = Math.max(start, 0), to = Math.min(end, MINUTES);
    if (from >= to) return;
    if (!teams.has(team)) teams.set(team, new Int32Array(MINUTES + 1));
    const changes = teams.get(team);
    changes[from] += heads;
    changes[to] -= heads;
  }
  for (const mine of duties) {
    for (const duty of mine) {
      const ahead = (duty.date - date) * MINUTES;
      if (ahead > 0 || ahead < -2 * MINUTES) continue;
      const end = duty.stretches[duty.stretches.length - 1][1] + ahead;
      add(duty.unit, homeOf(data.people[duty.person], duty.date).team, data.shifts[duty.shift].start + ahead, end, 1);
    }
  }
  for (const [where, team, start, end, heads] of data.gone) {
    add(where, team, start - date * MINUTES, end - date * MINUTES, heads);
  }
  const found = [...teams].map(([team, changes]) => {
    const heads = new Int32Array(MINUTES);
    for (let minute = 0, level = 0; minute < MINUTES; minute++) heads[minute] = level += changes[minute];
    return {team, heads};
  });
  return found.sort((one, other) => teamPlace(one.team) - teamPlace(other.team));
}

function total(teams) {
  const sum = new Int32Array(MINUTES);
  for (const {heads} of teams) for (let minute = 0; minute < MINUTES; minute++) sum[minute] += heads[minute];
  return sum;
}

/** The targets whose window has minutes of the date, also those that began on the date before. */
function targetsOn(date, unit) {
  const found = [];
  for (const target of data.targets) {
    const all = target.units.length === data.units.length;
    if (unit < 0 ? !all : !(target.units.length === 1 && target.units[0] === unit)) continue;
    for (const day of [date - 1, date]) {
      const ahead = (day - date) * MINUTES;
      const start = Math.max(target.start + ahead, 0), end = Math.min(target.end + ahead, MINUTES);
      // What was wanted on the evening before the first date is not known; the night goes on all the same.
      if (start < end && target.dates.includes(Math.max(day, 0))) found.push({...target, start, end});
    }
  }
  return found;
}

/** Heads that the law wants at the posts of a date, by minute; 0 before the first handover. */
function minimaOn(date, unit) {
  const row = data.minima[unit + 1];
  return Int32Array.from({length: MINUTES}, (_, minute) => {
    const at = Math.floor((date * MINUTES + minute - data.dayStarts) / data.slot);
    return row[at] || 0;
  });
}

// The picture, in units of its own; the browser scales it.
const WIDE = 960, HIGH = 330, LEFT = 46, RIGHT = 12, TOP = 14, BOTTOM = 26;

function draw(tag, attributes, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function across(minute) {
  return LEFT + (WIDE - LEFT - RIGHT) * minute / MINUTES;
}

/** Corners of a line of steps, as pairs for a path. */
function steps(values, up) {
  const corners = [];
  for (let minute = 0; minute < MINUTES; minute++) {
    if (minute && values[minute] === values[minute - 1]) continue;
    if (minute) corners.push([across(minute), up(values[minute - 1])]);
    corners.push([across(minute), up(values[minute])]);
  }
  corners.push([across(MINUTES), up(values[MINUTES - 1])]);
  return corners;
}

function path(corners) {
  return corners.map(([x, y], at) => (at ? "L" : "M") + x.toFixed(1) + " " + y.toFixed(1)).join("");
}

function ticks(most) {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) || power;
  return Array.from({length: Math.floor(most / step) + 1}, (_, at) => at * step);
}

let shown = {date: 0, unit: -1, teams: [], sum: new Int32Array(MINUTES), targets: []};

function picture() {
  const {date, unit, teams, sum, targets} = shown;
  const minima = minimaOn(date, unit);
  const most = Math.max(4, ...sum, ...minima, ...targets.map((one) => one.heads)) * 1.08;
  const up = (heads) => HIGH - BOTTOM - (HIGH - TOP - BOTTOM) * heads / most;
  const said = fill(words.curveSaid, {date: dateText(date), scope: unitName(unit), fewest: Math.min(...sum), most: Math.max(...sum)});
  const svg = draw("svg", {viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": said});
  for (const {start, end} of targets.filter((one) => one.heads === Math.max(...targets.map((each) => each.heads)))) {
    svg.append(draw("rect", {class: "peak", x: across(start), y: TOP, width: across(end) - across(start), height: HIGH - TOP - BOTTOM}));
  }
  for (const heads of ticks(most)) {
    svg.append(draw("line", {class: "rule", x1: LEFT, x2: WIDE - RIGHT, y1: up(heads), y2: up(heads)}),
      draw("text", {class: "axis", x: LEFT - 6, y: up(heads) + 4, "text-anchor": "end"}, heads));
  }
  const below = new Int32Array(MINUTES);
  teams.forEach(({team, heads}) => {
    const base = steps(below, up).reverse();
    for (let minute = 0; minute < MINUTES; minute++) below[minute] += heads[minute];
    svg.append(draw("path", {class: "area team" + teamPlace(team) % 8, d: path([...steps(below, up), ...base]) + "Z"}));
  });
  svg.append(draw("path", {class: "sum", d: path(steps(sum, up))}));
  if (minima.some(Boolean)) svg.append(draw("path", {class: "minima", d: path(steps(minima, up))}));
  for (const one of targets) {
    svg.append(draw("line", {class: "wanted", x1: across(one.start), x2: across(one.end), y1: up(one.heads), y2: up(one.heads)}));
    const middle = Math.min(Math.max(across((one.start + one.end) / 2), LEFT + 50), WIDE - RIGHT - 50);
    svg.append(draw("text", {class: "wanted", x: middle, y: up(one.heads) - 5, "text-anchor": "middle"}, fill(words.targetLabel, {name: one.name, heads: one.heads})));
  }
  for (let hour = 0; hour <= 24; hour += 2) {
    svg.append(draw("text", {class: "axis", x: across(hour * 60), y: HIGH - 8, "text-anchor": "middle"}, hour));
  }
  const moment = Number(byId("curve-moment").value);
  svg.append(draw("line", {class: "moment", x1: across(moment), x2: across(moment), y1: TOP, y2: HIGH - BOTTOM}));
  byId("curve-picture").replaceChildren(svg);
  byId("curve-legend").replaceChildren(
    ...teams.map(({team}) => make("li", {}, make("i", {class: "swatch team" + teamPlace(team) % 8, "aria-hidden": "true"}), team || words.noTeam)),
    make("li", {}, make("i", {class: "swatch line-wanted", "aria-hidden": "true"}), words.target),
    targets.length ? make("li", {}, make("i", {class: "swatch peaks", "aria-hidden": "true"}), words.peaks) : "",
    make("li", {}, make("i", {class: "swatch line-minima", "aria-hidden": "true"}), words.minima));
}

/** Who is there at the moment that was chosen, in words. */
function tellMoment() {
  const moment = Number(byId("curve-moment").value);
  const {teams, sum, targets} = shown;
  const parts = teams.filter(({heads}) => heads[moment]).map(({team, heads}) => fill(words.teamHeads, {team: team || words.noTeam, heads: heads[moment]}));
  let said = fill(words.momentSaid, {clock: clock(moment), heads: sum[moment], teams: parts.join(words.comma)});
  for (const one of targets.filter((each) => each.start <= moment && moment < each.end && sum[moment] < each.heads)) {
    said += fill(words.momentShort, {target: one.name, wanted: one.heads, heads: one.heads - sum[moment]});
  }
  byId("curve-told").textContent = said;
}

function targetTable() {
  const {sum, targets} = shown;
  const table = byId("curve-targets");
  table.replaceChildren();
  table.hidden = !targets.length;
  if (!targets.length) return;
  const body = make("tbody", {}, ...[...targets].sort((one, other) => one.start - other.start).map((one) => {
    const inside = sum.subarray(one.start, one.end);
    const fewest = Math.min(...inside);
    const lack = one.heads - fewest;
    return make("tr", {},
      make("th", {scope: "row"}, one.name), make("td", {class: "nowrap"}, span(one.start, one.end)), make("td", {}, one.heads),
      make("td", {class: lack > 0 ? "amber" : ""}, fewest),
      make("td", {}, lack > 0 ? fill(words.lacks, {heads: lack}) : words.reached));
  }));
  table.append(headRow([words.target, words.time, words.wanted, words.fewest, words.lacking]), body);
}

function showCurve() {
  const date = Number(byId("curve-date").value), unit = Number(byId("curve-unit").value);
  const teams = strengthOf(date, unit);
  shown = {date, unit, teams, sum: total(teams), targets: targetsOn(date, unit)};
  picture();
  tellMoment();
  targetTable();
  byId("day-before").disabled = date === 0;
  byId("day-after").disabled = date === lastDate;
}

function startOverview() {
  const date = showNext();
  offerDates(byId("curve-date"));
  offerUnits(byId("curve-unit"), words.wholeBureau);
  byId("curve-date").value = String(date);
  for (const id of ["curve-date", "curve-unit"]) byId(id).addEventListener("change", showCurve);
  byId("curve-moment").addEventListener("input", () => {
    picture();
    tellMoment();
  });
  for (const [id, step] of [["day-before", -1], ["day-after", 1]]) {
    byId(id).addEventListener("click", () => {
      byId("curve-date").value = String(shown.date + step);
      showCurve();
    });
  }
  showCurve();
}
