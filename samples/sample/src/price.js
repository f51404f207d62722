/** Prices are whole cents: money is never a floating point number here. */
export function formatPrice(cents) {
  const sign = cents < 0 ? "-" : "";
  const value = Math.abs(cents);
  return `${sign}€${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
}

/** A share of a price, in whole cents, rounded half up. */
export function percentOf(cents, percent) {
  return Math.round((cents * percent) / 100);
}
