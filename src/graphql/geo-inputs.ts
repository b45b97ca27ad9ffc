import type { Box } from '../core/geo-area.ts'
import type { NearFilter } from '../db/geo-filter.ts'
import { builder } from './builder.ts'

export const NearInput = builder.inputRef<NearFilter>('Near').implement({
  description: 'Around a point. Regions and countries count by their centre; at most 5,000 places.',
  fields: (t) => ({
    latitude: t.float({ required: true, description: 'WGS 84 degrees, -90 to 90.' }),
    longitude: t.float({ required: true, description: 'WGS 84 degrees, -180 to 180.' }),
    km: t.float({ required: true, description: 'As far as this, in kilometres.' }),
  }),
})

export const BoxInput = builder.inputRef<Box>('Box').implement({
  description:
    'A part of the map in WGS 84 degrees. With "west" more than "east" it lies across the antimeridian.',
  fields: (t) => ({
    south: t.float({ required: true, description: 'Lowest latitude, -90 to 90.' }),
    west: t.float({ required: true, description: 'Western edge, -180 to 180.' }),
    north: t.float({ required: true, description: 'Highest latitude, -90 to 90.' }),
    east: t.float({ required: true, description: 'Eastern edge, -180 to 180.' }),
  }),
})
