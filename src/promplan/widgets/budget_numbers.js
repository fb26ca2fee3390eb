// Numbers of the budget in the browser: written as Python writes them, read as a hand types them, and read off a sampled
// curve while the exact ones are still on their way.
function budgetNumbers(language) {
  const russian = language === "ru";
  const grouped = (whole, apart) => whole.replace(/\B(?=(\d{3})+$)/g, apart);
  const digits = (value) => {
    const [whole, part] = String(Number(value.toPrecision(12))).split(".");
    const apart = russian ? (Math.abs(value) < 1e4 ? "" : "\u202f") : ",";
    return grouped(whole, apart) + (part ? (russian ? "," : ".") + part : "");
  };
  const cents = (value) => Math.floor(100 * value + 0.5) / 100;
  const rounded = (value) => { // three digits that count, a half upwards, and whole people
    const size = value < 1000 ? 1 : 10 ** (Math.floor(Math.log10(value)) - 2);
    return Math.floor(value / size + 0.5) * size;
  };
  return {
    money: (value) => digits(cents(value)),
    people: (value) => (value > 0 && value < 0.5 ? `<${digits(1)}` : digits(rounded(value))),
    each: (value) => digits(Math.floor(10 * value + 0.5) / 10),
    // what was typed; null where it is no sum of money
    read: (text) => {
      const bare = text.replace(/[\s\u00a0\u202f]/g, "");
      const plain = russian ? bare.replace(",", ".") : bare.replace(/,(?=\d{3}(\D|$))/g, "");
      return /^\d{1,12}(\.\d*)?$/.test(plain) ? Number(plain) : null;
    },
    // the height of a curve [[money, people], …] at a sum, straight between two of its points
    along: (curve, money) => {
      let low = 0, high = curve.length - 1;
      if (high < 0) return 0;
      if (money >= curve[high][0]) return curve[high][1];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (curve[middle][0] <= money) low = middle;
        else high = middle;
      }
      const [x, y] = curve[low], [u, v] = curve[high];
      return u > x ? y + ((v - y) * (money - x)) / (u - x) : y;
    },
  };
}
