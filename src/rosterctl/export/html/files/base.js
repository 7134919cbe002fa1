"use strict";
// What every view uses: the data, words, dates and times, and elements whose texts are always text.

const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const MINUTES = 1440;
const LAW = 1, PLAN = 2;

function byId(id) {
  return document.getElementById(id);
}

/** An element with attributes and children; a child that is no element becomes text. */
function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** The sentence with its {fields} filled in. */
function fill(sentence, fields) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in fields ? String(fields[name]) : whole));
}

/** `07:05`; what passes midnight begins anew. */
function clock(minute) {
  const inside = ((minute % MINUTES) + MINUTES) % MINUTES;
  return String(Math.floor(inside / 60)).padStart(2, "0") + ":" + String(inside % 60).padStart(2, "0");
}

function span(start, end) {
  return clock(start) + "–" + clock(end);
}

function hours(minutes) {
  return String(Math.round(minutes / 6) / 10);
}

// Dates are numbered from the first of the roster; they are counted in UTC, where every day has 24 hours.
const firstMidnight = Date.parse(data.first + "T00:00:00Z");
const lastDate = data.dates.length - 1;

function dateOf(number) {
  return new Date(firstMidnight + number * MINUTES * 60000);
}

function weekday(number) {
  return words.weekdays[(dateOf(number).getUTCDay() + 6) % 7];
}

/** `12月3日（周四）`, with the festival if it is one. */
function dateText(number) {
  const day = dateOf(number);
  const known = data.dates[number];
  const said = fill(words.dateLabel, {month: day.getUTCMonth() + 1, day: day.getUTCDate(), weekday: weekday(number)});
  return known && known.festival ? said + " " + known.festival : said;
}

function isoDate(number) {
  return dateOf(number).toISOString().slice(0, 10);
}

/** The number of the date that it is where the bureau is; it may lie outside the roster. */
function today() {
  const parts = {};
  const format = new Intl.DateTimeFormat("en", {
    timeZone: data.timezone, year: "numeric", month: "2-digit", day: "2-digit",
  });
  for (const part of format.formatToParts(new Date())) parts[part.type] = part.value;
  const midnight = Date.parse(`${parts.year}-${parts.month}-${parts.day}T00:00:00Z`);
  return Math.round((midnight - firstMidnight) / (MINUTES * 60000));
}

function unitName(number) {
  return number < 0 ? words.wholeBureau : data.units[number].name;
}

/** Where somebody belongs on a date. */
function homeOf(person, date) {
  let home = {unit: person.unit, team: person.team};
  for (const [first, unit, team] of person.moves) if (first <= date) home = {unit, team};
  return home;
}

/** The duties of a person: date, shift, unit, origin and stretches; a date below 0 is one of the night before. */
function dutiesOf(number) {
  const flat = data.duties[number];
  const found = [];
  for (let at = 0; at < flat.length; at += 5) {
    found.push({
      person: number, date: flat[at], shift: flat[at + 1], unit: flat[at + 2], origin: flat[at + 3],
      stretches: data.stays[flat[at + 4]],
    });
  }
  return found;
}

const ROTATION = 0, RECALL = 1, EXCHANGE = 2;
const duties = data.people.map((_, number) => dutiesOf(number));
const personNumber = new Map(data.people.map((person, number) => [person.id, number]));

function personLink(number, text) {
  const person = data.people[number];
  return make("a", {href: "#/person/" + encodeURIComponent(person.id)}, text || person.name);
}

function headRow(names) {
  return make("thead", {}, make("tr", {}, ...names.map((name) => make("th", {scope: "col"}, name))));
}

function option(value, text) {
  return make("option", {value}, text);
}

/** Fills a choice of units; `whole` is what stands for all of them. */
function offerUnits(select, whole) {
  if (whole) select.append(option("-1", whole));
  data.units.forEach((unit, number) => select.append(option(String(number), unit.name)));
}

function offerDates(select) {
  data.dates.forEach((_, number) => select.append(option(String(number), dateText(number))));
}
