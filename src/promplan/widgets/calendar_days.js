// Days as the calendar's script counts them: ISO words, weeks from Monday, no hour and no zone; and as they are read.
const A_DAY = 86400000;
const utc = (iso) => new Date(`${iso}T00:00:00Z`);
const isoOf = (moment) => moment.toISOString().slice(0, 10);
const shifted = (iso, n) => isoOf(new Date(utc(iso).getTime() + n * A_DAY));
const daysFrom = (a, b) => Math.round((utc(b) - utc(a)) / A_DAY);
const mondayOf = (iso) => shifted(iso, -((utc(iso).getUTCDay() + 6) % 7));
const firstOf = (iso) => `${iso.slice(0, 7)}-01`;
const monthFrom = (iso, n) => isoOf(new Date(Date.UTC(+iso.slice(0, 4), +iso.slice(5, 7) - 1 + n, 1)));
const bounded = (iso, start, end) => (iso < start ? start : iso > end ? end : iso);

// Every day from `start` to `end`, or every nth of them.
function daysOf(start, end, step = 1) {
  const found = [];
  for (let one = start; one <= end; one = shifted(one, step)) found.push(one);
  return found;
}

// How a day is read, in the language of the page and not of the browser.
function spokenDays(language) {
  const made = (how) => new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", { timeZone: "UTC", ...how });
  const short = made({ day: "numeric", month: "short" }), weekday = made({ weekday: "short" });
  const long = made({ weekday: "long", day: "numeric", month: "long" }), month = made({ month: "long", year: "numeric" });
  const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    short: (iso) => short.format(utc(iso)).replace(" ", "\u00a0"),
    weekday: (iso) => upper(weekday.format(utc(iso))),
    near: (iso) => `${upper(weekday.format(utc(iso)))} ${short.format(utc(iso))}`.replaceAll(" ", "\u00a0"),
    full: (iso) => long.format(utc(iso)),
    month: (iso) => upper(month.format(utc(iso)).replace(/\sг\.$/, "")),
  };
}
