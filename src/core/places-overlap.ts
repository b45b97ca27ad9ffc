import type { PlacesOverlap } from './not-additive.ts'

/** A place overlaps itself and the places it lies in. No place at all may be anywhere. */
export function placesOverlap(parents: ReadonlyMap<number, number>): PlacesOverlap {
  const withAncestors = (places: readonly number[]): Set<number> => {
    const all = new Set<number>()
    for (const place of places) {
      for (let at: number | undefined = place; at !== undefined && !all.has(at); ) {
        all.add(at)
        at = parents.get(at)
      }
    }
    return all
  }
  return (a, b) => {
    if (a.length === 0 || b.length === 0) return true
    const [around, beyond] = [withAncestors(a), withAncestors(b)]
    return a.some((place) => beyond.has(place)) || b.some((place) => around.has(place))
  }
}
