/** Labels are 0 for outside, then per tag B, I, L(ast) and U(nit), in the order of TAGS. */
export const TAGS = ['PER', 'LOC', 'ORG'] as const
export const LABELS = 1 + 4 * TAGS.length

/** Scores that no path can afford, as training writes them for steps the scheme forbids. */
const FORBIDDEN = -1000

export interface LabelScheme {
  /** LABELS x LABELS, from row to column. */
  readonly transitions: Float32Array
  readonly start: Float32Array
  readonly end: Float32Array
  /** The exponentials of the transitions. */
  readonly weights: Float32Array
}

/** For each label the labels that may stand before it. */
export function predecessors(transitions: Float32Array): readonly (readonly number[])[] {
  return Array.from({ length: LABELS }, (_, to) =>
    Array.from({ length: LABELS }, (_, from) => from).filter(
      (from) => (transitions[from * LABELS + to] as number) > FORBIDDEN,
    ),
  )
}

/** The best path through one sentence's scores: `steps` rows of `stride` floats, the first LABELS used. */
export function bestPath(
  scheme: LabelScheme,
  before: readonly (readonly number[])[],
  scores: Float32Array,
  { steps, stride }: { steps: number; stride: number },
): Uint8Array {
  const back = new Uint8Array(steps * LABELS)
  let state = new Float64Array(LABELS)
  let next = new Float64Array(LABELS)
  for (let k = 0; k < LABELS; k += 1) state[k] = (scores[k] as number) + (scheme.start[k] as number)
  for (let t = 1; t < steps; t += 1) {
    for (let to = 0; to < LABELS; to += 1) {
      let best = Number.NEGATIVE_INFINITY
      let from = 0
      for (const candidate of before[to] as readonly number[]) {
        const score =
          (state[candidate] as number) + (scheme.transitions[candidate * LABELS + to] as number)
        if (score > best) {
          best = score
          from = candidate
        }
      }
      next[to] = best + (scores[t * stride + to] as number)
      back[t * LABELS + to] = from
    }
    const spare = state
    state = next
    next = spare
  }
  let label = 0
  let best = Number.NEGATIVE_INFINITY
  for (let k = 0; k < LABELS; k += 1) {
    const score = (state[k] as number) + (scheme.end[k] as number)
    if (score > best) {
      best = score
      label = k
    }
  }
  const path = new Uint8Array(steps)
  for (let t = steps - 1; t >= 0; t -= 1) {
    path[t] = label
    label = back[t * LABELS + label] as number
  }
  return path
}

/**
 * The probability of each label of each step over all paths (forward-backward, Rabiner 1989), as `steps` rows
 * of LABELS. Each step is scaled to sum 1, so that long sentences do not underflow.
 */
export function labelProbabilities(
  scheme: LabelScheme,
  before: readonly (readonly number[])[],
  scores: Float32Array,
  { steps, stride }: { steps: number; stride: number },
): Float64Array {
  const { weights } = scheme
  const emissions = new Float64Array(steps * LABELS)
  for (let t = 0; t < steps; t += 1) {
    const row = t * stride
    let top = Number.NEGATIVE_INFINITY
    for (let k = 0; k < LABELS; k += 1) top = Math.max(top, scores[row + k] as number)
    for (let k = 0; k < LABELS; k += 1) {
      emissions[t * LABELS + k] = Math.exp((scores[row + k] as number) - top)
    }
  }
  const forward = new Float64Array(steps * LABELS)
  for (let t = 0; t < steps; t += 1) {
    const at = t * LABELS
    for (let to = 0; to < LABELS; to += 1) {
      let sum = t === 0 ? Math.exp(scheme.start[to] as number) : 0
      if (t > 0) {
        for (const from of before[to] as readonly number[]) {
          sum += (forward[at - LABELS + from] as number) * (weights[from * LABELS + to] as number)
        }
      }
      forward[at + to] = sum * (emissions[at + to] as number)
    }
    scale(forward, at)
  }
  const out = forward
  let after = Float64Array.from(scheme.end, Math.exp)
  let next = new Float64Array(LABELS)
  for (let t = steps - 1; t >= 0; t -= 1) {
    const at = t * LABELS
    next.fill(0)
    for (let to = 0; to < LABELS; to += 1) {
      const weight = (after[to] as number) * (emissions[at + to] as number)
      for (const from of before[to] as readonly number[]) {
        next[from] = (next[from] as number) + (weights[from * LABELS + to] as number) * weight
      }
    }
    for (let k = 0; k < LABELS; k += 1) out[at + k] = (out[at + k] as number) * (after[k] as number)
    scale(out, at)
    scale(next, 0)
    const spare = after
    after = next
    next = spare
  }
  return out
}

function scale(row: Float64Array, at: number): void {
  let sum = 0
  for (let k = 0; k < LABELS; k += 1) sum += row[at + k] as number
  for (let k = 0; k < LABELS; k += 1) row[at + k] = (row[at + k] as number) / sum
}
