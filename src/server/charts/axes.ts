import { scaleLinear, scaleUtc } from 'd3-scale'

interface Tick {
  /** Pixels. */
  readonly at: number
  readonly label: string
}

export interface Axis<Value> {
  readonly ticks: readonly Tick[]
  /** Where a value stands, in pixels. */
  readonly place: (value: Value) => number
}

const DAY_MS = 86_400_000
/** Below this ticks would be hours. */
const MIN_DAYS = 6

/** An axis of numbers, upwards from `bottom` to `top`. It shows 0, so that heights can be compared. */
export function valueAxis(
  values: readonly number[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Axis<number> {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const isFlat = low === high
  const scale = scaleLinear([low, isFlat ? 1 : high], [bottom, top]).nice(5)
  const areWhole = values.every(Number.isInteger)
  const ticks = scale.ticks(5).filter((tick) => !areWhole || Number.isInteger(tick))
  const isLarge = Math.max(-low, high) >= 1_000_000
  const format = new Intl.NumberFormat('en', {
    notation: isLarge ? 'compact' : 'standard',
    maximumFractionDigits: 2,
  })
  return {
    place: (value) => round(scale(value)),
    ticks: ticks.map((tick) => ({ at: round(scale(tick)), label: format.format(tick) })),
  }
}

/** An axis of time in UTC, with days, months or years as its ticks; each year is told once. */
export function timeAxis(
  times: readonly Date[],
  { left, right }: { readonly left: number; readonly right: number },
): Axis<Date> {
  const first = Math.min(...times.map(Number))
  const last = Math.max(...times.map(Number))
  const missing = Math.max(0, MIN_DAYS * DAY_MS - (last - first)) / 2
  const scale = scaleUtc([first - missing, last + missing], [left, right])
  const ticks = scale.ticks(6)
  const days = ticks.every((tick) => tick.getUTCDate() === 1) ? {} : { day: 'numeric' as const }
  const areYears = ticks.every((tick) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1)
  return {
    place: (time) => round(scale(time)),
    ticks: ticks.map((tick, i) => {
      const isNewYear = tick.getUTCFullYear() !== ticks[i - 1]?.getUTCFullYear()
      const format = new Intl.DateTimeFormat('en-GB', {
        timeZone: 'UTC',
        ...(areYears ? {} : { ...days, month: 'short' }),
        ...(areYears || isNewYear ? { year: 'numeric' } : {}),
      })
      return { at: round(scale(tick)), label: format.format(tick) }
    }),
  }
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10
