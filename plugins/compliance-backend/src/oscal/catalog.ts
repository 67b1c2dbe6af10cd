import {
  Clause,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { controlId, label, listed, tokenOf, uuidOf } from './identifiers';
import { ExportContext, metadataOf } from './metadata';
import { OscalDocument } from './writeDocument';

/** The standards as numbers and titles, a group for each. */
export function catalogDocument(
  standards: readonly Standard[],
  context: ExportContext,
): OscalDocument {
  return {
    model: 'catalog',
    head: {
      uuid: uuidOf('catalog', ...standards.map(({ id }) => id)),
      metadata: metadataOf('Clauses and controls', context),
      ...listed('groups', standards.map(groupOf)),
    },
  };
}

function groupOf(standard: Standard) {
  const { id: standardId, title, themes, clauses } = standard;

  const controlsBelow = (parent: string | undefined): object[] =>
    clauses
      .filter(clause => clause.parent === parent)
      .map((clause: Clause) => ({
        id: controlId({ standard: standardId, clause: clause.id }),
        class: clause.kind,
        title: clause.title,
        props: [label(clause.id)],
        ...listed('controls', controlsBelow(clause.id)),
      }));

  const group = {
    id: tokenOf(standardId),
    class: 'standard',
    title,
  };
  const controls = controlsBelow(undefined);
  if (themes.length === 0) {
    return { ...group, ...listed('controls', controls) };
  }
  // A group has either groups or controls.
  const clauseGroup = {
    id: tokenOf(`${standardId}-clauses`),
    class: 'clauses',
    title: 'Clauses',
    controls,
  };
  return {
    ...group,
    groups: [
      ...(controls.length > 0 ? [clauseGroup] : []),
      ...themes.map(theme => ({
        id: controlId({ standard: standardId, clause: theme.id }),
        class: 'theme',
        title: theme.title,
        props: [label(theme.id)],
        ...listed('controls', controlsBelow(theme.id)),
      })),
    ],
  };
}
