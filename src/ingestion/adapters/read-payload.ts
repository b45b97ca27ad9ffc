import type { CmsEvent, DeliveredPayload } from '../../actions/cms-event.ts'
import type { AdapterKind } from '../../core/adapter-kind.ts'
import { AppError, InvalidInputError } from '../../core/app-error.ts'
import type { Adapter } from './adapter.ts'
import { contentfulAdapter } from './contentful-adapter.ts'
import { genericAdapter } from './generic-adapter.ts'
import { ghostAdapter } from './ghost-adapter.ts'
import { ninjsAdapter } from './ninjs-adapter.ts'
import { strapiAdapter } from './strapi-adapter.ts'
import { wordpressAdapter } from './wordpress-adapter.ts'

export const ADAPTERS: Readonly<Record<AdapterKind, Adapter>> = {
  generic: genericAdapter,
  ninjs: ninjsAdapter,
  wordpress: wordpressAdapter,
  ghost: ghostAdapter,
  strapi: strapiAdapter,
  contentful: contentfulAdapter,
}

/** What a payload says. Throws InvalidInputError; where another CMS has sent it, that is what the message says. */
export function readPayload(kind: AdapterKind, payload: DeliveredPayload): CmsEvent {
  try {
    return ADAPTERS[kind].read(payload)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const other = Object.values(ADAPTERS).find(
      (adapter) => adapter.kind !== kind && adapter.recognizes(payload.json),
    )
    if (other === undefined || ADAPTERS[kind].recognizes(payload.json)) throw error
    throw new InvalidInputError(
      `This looks like a payload of ${other.name}, but the source "${payload.source}" takes those of ${ADAPTERS[kind].name}: send it to another source, or set this one's adapter to ${other.kind}.`,
    )
  }
}
