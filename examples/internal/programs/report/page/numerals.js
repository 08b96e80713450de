// Numbers and days as people write them: 5백만 원, 1.2조, 2022. 2. 23.

const SMALL = { 십: 10, 백: 100, 천: 1000 },
  LARGE = { 만: 1e4, 억: 1e8, 조: 1e12, 경: 1e16 };
const DIGITS = { 영: 0, 일: 1, 이: 2, 삼: 3, 사: 4, 오: 5, 육: 6, 칠: 7, 팔: 8, 구: 9 };
const CURRENCY = {
  원: 'KRW',
  달러: 'USD',
  불: 'USD',
  유로: 'EUR',
  엔: 'JPY',
  위안: 'CNY',
  파운드: 'GBP',
  won: 'KRW',
  krw: 'KRW',
  usd: 'USD',
};

// numeral reads a number with Korean units and without blanks; NaN where it is none.
export function numeral(s) {
  let whole = 0,
    section = 0,
    current = null;
  const parts = s.match(/\d+(?:\.\d+)?|[영일이삼사오육칠팔구]|[십백천]|[만억조경]/g) || [];
  if (!parts.length || parts.join('') !== s) return NaN;
  for (const p of parts) {
    if (p in SMALL) {
      section += (current ?? 1) * SMALL[p];
      current = null;
    } else if (p in LARGE) {
      whole += (section + (current ?? (section ? 0 : 1))) * LARGE[p];
      section = 0;
      current = null;
    } else if (current !== null) return NaN;
    else current = p in DIGITS ? DIGITS[p] : Number(p);
  }
  const n = whole + section + (current ?? 0);
  return Number(n.toPrecision(15));
}

// limit reads what is typed as an end of a range: 1,000, 5백만, 1.2조 원.
export function limit(s) {
  const plain = (s || '').normalize('NFKC').replace(/[\s,]/g, '').replace(/원$/, '');
  if (!plain) return NaN;
  const sign = plain.startsWith('-') ? -1 : 1;
  return sign * numeral(plain.replace(/^-/, ''));
}

// amount reads an amount: {value, unit, kind}, unit and kind empty where they are not said. Null where it is none.
export function amount(s) {
  const plain = s.normalize('NFKC').replace(/[\s,]/g, '').toLowerCase();
  const m = /^(?:약|총)?(\d[\d.십백천만억조경]*|[영일이삼사오육칠팔구십백천만억조경]+(?=원|달러|명))(.*)$/.exec(
    plain,
  );
  if (!m) return null;
  const value = numeral(m[1]),
    unit = m[2],
    large = /[십백천만억조경]/.test(m[1]);
  if (Number.isNaN(value) || /\d/.test(unit) || unit.length > 6 || (!unit && !large)) return null;
  if (CURRENCY[unit]) return { value, kind: 'money', unit: CURRENCY[unit] };
  if (/^(%|퍼센트|프로)$/.test(unit)) return { value, kind: 'percent', unit: '' };
  if (/^(%p|%포인트|퍼센트포인트)$/.test(unit)) return { value, kind: 'percent-point', unit: '' };
  return { value, kind: '', unit };
}

export const dayNumber = (y, m, d) => Date.UTC(y, m - 1, d) / 864e5;
export const dayText = n => new Date(n * 864e5).toISOString().slice(0, 10);
export const parseDay = s => (/^\d{4}-\d\d-\d\d$/.test(s || '') ? Date.parse(s) / 864e5 : NaN);

// days reads a day or a month as an interval of numbers of days, its end apart. Null where it is none.
export function days(s) {
  const plain = s.normalize('NFKC').replace(/\s/g, '');
  const m = /^(\d{4})(?:년|[.\-/])(\d{1,2})(?:월|[.\-/])?(?:(?<=[월.\-/])(\d{1,2})(?:일|\.)?)?$/.exec(plain);
  if (!m || m[2] < 1 || m[2] > 12 || m[3] > 31) return null;
  const [y, mo] = [+m[1], +m[2]];
  return m[3]
    ? { from: dayNumber(y, mo, +m[3]), to: dayNumber(y, mo, +m[3]) + 1 }
    : { from: dayNumber(y, mo, 1), to: dayNumber(y, mo + 1, 1) };
}
