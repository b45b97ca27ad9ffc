/** Units of two and three letters that are no words: UCUM codes of the extractor, not "men". */
const CODES = new Set(['Cel', 'kBy', 'MBy', 'GBy', 'TBy', 'MHz', 'GHz', 'har', 'deg', 'min'])
const NAMED = new Set(['percent', 'percentage points', 'basis points', 'magnitude', 'ratio'])

/**
 * The unit as far as it decides whether two values can be compared: an ISO 4217 code, "percent" or a
 * measure. Null for a counted noun: "drones" and "UAVs" are words for what the metric counts.
 */
export function comparableUnit(unit: string | null): string | null {
  if (unit === null) return null
  const isUnit =
    NAMED.has(unit) ||
    CODES.has(unit) ||
    /^[A-Z]{3}$/.test(unit) ||
    unit.length <= 2 ||
    /[^\p{L}\p{M}' -]/u.test(unit)
  return isUnit ? unit : null
}

const SHARES = new Set(['percent', 'percentage points', 'basis points', 'ratio'])

/** Whether values of this unit are shares of something, which never add up whatever the metric. */
export const isShare = (unit: string | null): boolean => unit !== null && SHARES.has(unit)
