import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { ExternalLink } from '../../components';

/** The title of a document with the way to it, as far as one is known. */
export function DocumentLink(props: {
  document: Pick<RegisteredDocument, 'title' | 'link' | 'entityRef'>;
}) {
  const { title, link, entityRef } = props.document;
  if (link) {
    return <ExternalLink href={link}>{title}</ExternalLink>;
  }
  return entityRef ? (
    <EntityRefLink entityRef={entityRef} title={title} disableTooltip />
  ) : (
    <>{title}</>
  );
}
