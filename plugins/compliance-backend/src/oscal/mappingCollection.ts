import {
  ClauseRef,
  Crosswalk,
} from '@service-compliance/backstage-plugin-compliance-common';
import { controlId, listed, prop, uuidOf } from './identifiers';
import { catalogResource, ExportContext, metadataOf } from './metadata';
import { OscalDocument } from './writeDocument';

/** The crosswalks, a mapping for each. */
export function mappingCollectionDocument(
  crosswalks: readonly Crosswalk[],
  context: ExportContext,
): OscalDocument {
  const mappings = crosswalks
    .filter(({ relations }) => relations.length > 0)
    .map(mappingOf);
  return {
    model: 'mapping-collection',
    head: {
      uuid: uuidOf('mapping-collection', ...crosswalks.map(({ id }) => id)),
      metadata: metadataOf('Crosswalks', context),
      provenance: {
        method: 'human',
        'matching-rationale': 'functional',
        status: crosswalks.every(({ status }) => status === 'complete')
          ? 'complete'
          : 'draft',
        'mapping-description':
          'Made by people comparing what clauses are for. Not published or endorsed by the bodies behind the standards.',
      },
      mappings,
      'back-matter': { resources: [catalogResource] },
    },
  };
}

function mappingOf(crosswalk: Crosswalk) {
  const { id, source, target, relations, status } = crosswalk;
  const resource = {
    type: 'catalog',
    href: `#${catalogResource.uuid}`,
  };
  const item = (ref: ClauseRef) => ({
    type: 'control',
    'id-ref': controlId(ref),
  });
  return {
    uuid: uuidOf('mapping', id),
    status,
    'source-resource': {
      ...resource,
      ...listed('props', prop('standard', source)),
    },
    'target-resource': {
      ...resource,
      ...listed('props', prop('standard', target)),
    },
    maps: relations.map(relation => ({
      uuid: uuidOf('map', id, relation.source, relation.target),
      relationship: relation.relationship,
      sources: [item({ standard: source, clause: relation.source })],
      targets: [item({ standard: target, clause: relation.target })],
      ...listed('props', prop('theme', relation.theme)),
    })),
  };
}
