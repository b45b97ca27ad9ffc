import { matchFigures, statementOf } from '../../core/match-figures.ts'
import { type TextChange, textChanges } from '../../core/text-changes.ts'
import { type ComparedRevision, type RevisionPair, revisionPairs } from '../../db/revision-pairs.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { TextChangeKind } from '../enums.ts'
import { ArticleRevision } from './article-revision.ts'

type ComparedFigure = ComparedRevision['figures'][number]

const FigureStateType = builder.objectRef<ComparedFigure>('FigureState').implement({
  description: 'What a figure said in one text.',
  fields: (t) => ({
    exact: t.exposeString('exact', { description: 'Its words.' }),
    valueText: t.exposeString('valueText', { description: 'The number as written.' }),
    value: t.exposeFloat('value', { nullable: true, description: 'The number.' }),
    minValue: t.exposeFloat('minValue', { nullable: true, description: 'Lower end of a range.' }),
    maxValue: t.exposeFloat('maxValue', { nullable: true, description: 'Upper end of a range.' }),
    attributionLabel: t.exposeString('attributionLabel', {
      nullable: true,
      description: "Who says so, as written; null in the article's own voice.",
    }),
  }),
})

interface FigureChange {
  readonly before: ComparedFigure | null
  readonly after: ComparedFigure | null
}

const FigureChangeType = builder.objectRef<FigureChange>('FigureChange').implement({
  description: 'A figure that came, went, or says something else.',
  fields: (t) => ({
    before: t.field({
      type: FigureStateType,
      nullable: true,
      description: 'In the text before; null where it was added.',
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: FigureStateType,
      nullable: true,
      description: 'In this text; null where it was removed.',
      resolve: ({ after }) => after,
    }),
  }),
})

const TextChangeType = builder.objectRef<TextChange>('TextChange').implement({
  description: 'A piece of a text that stayed, came or went.',
  fields: (t) => ({
    kind: t.expose('kind', { type: TextChangeKind, description: 'What became of it.' }),
    text: t.exposeString('text', { description: 'Its words.' }),
  }),
})

const RevisionChanges = builder
  .objectRef<{ revision: ComparedRevision; previous: ComparedRevision }>('RevisionChanges')
  .implement({
    description: 'What a revision changed of the one before it that may be seen.',
    fields: (t) => ({
      against: t.int({
        description: 'Number of the revision it is compared with.',
        resolve: ({ previous }) => previous.number,
      }),
      headline: t.field({
        type: [TextChangeType],
        description: 'Of the headline, by words.',
        resolve: ({ revision, previous }) => textChanges(previous.headline, revision.headline),
      }),
      bodyText: t.field({
        type: [TextChangeType],
        description: 'Of the text, by paragraphs, and by words inside a paragraph.',
        resolve: ({ revision, previous }) => textChanges(previous.bodyText, revision.bodyText),
      }),
      figures: t.field({
        type: [FigureChangeType],
        description: 'Figures that came, went or changed, in the order of the text.',
        resolve: ({ revision, previous }) => figureChanges(previous, revision),
      }),
    }),
  })

function figureChanges(previous: ComparedRevision, revision: ComparedRevision): FigureChange[] {
  const [before, after] = [previous, revision].map(({ figures }) =>
    figures.map(({ places, ...figure }) => ({
      ...figure,
      places,
      placeIds: places.map(({ placeId }) => placeId),
    })),
  )
  if (before === undefined || after === undefined) return []
  const matches = matchFigures(before, after)
  const matched = new Set(matches)
  const changed = before.flatMap((old, i): FigureChange[] => {
    const now = after[matches[i] ?? -1]
    return now && statementOf(now) === statementOf(old) ? [] : [{ before: old, after: now ?? null }]
  })
  const added = after.filter((_, i) => !matched.has(i))
  return [...changed, ...added.map((now) => ({ before: null, after: now }))]
}

/** One loader for all fields of a request: what it reads depends on nothing that they ask for. */
const CHANGES = {}

const pairsOf = ({ batches, db, viewer }: Context) =>
  batches.of<RevisionPair>('changes', CHANGES, (ids) => revisionPairs(db, viewer, ids))

builder.prismaObjectField(ArticleRevision, 'changes', (t) =>
  t.field({
    type: RevisionChanges,
    nullable: true,
    description: 'What it changed of the text before; null for the first text.',
    resolve: async ({ id }, _args, context) => {
      const { revision, previous } = await pairsOf(context).load(id)
      return previous && { revision, previous }
    },
  }),
)
