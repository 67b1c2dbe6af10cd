import { EditedProfile } from '@service-compliance/backstage-plugin-compliance-common';

/**
 * What the mirror keeps of an entity: the facts that checks, filters and
 * permission rules look at, as authored. Annotations are interpreted when the
 * entity is assessed, so that a changed vocabulary needs no new reading of the
 * catalog.
 */
export interface MirroredEntity {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  /** Cut after 500 characters. */
  title?: string;
  /** Cut after 500 characters. */
  description?: string;
  /** Cut after 255 characters, like the lifecycle. */
  type?: string;
  lifecycle?: string;
  /** Entity ref. */
  system?: string;
  /** Entity ref: the domain it is part of, or else that of its system. */
  domain?: string;
  /** Entity refs of the `ownedBy` relations, in the catalog's order. */
  owners: string[];
  /** Those of the owners that the catalog does not have. */
  missingOwners: string[];
  tags: string[];
  labels: Record<string, string>;
  /** Values cut after 1,100 characters, just above what a field may have. */
  annotations: Record<string, string>;
  dependencies: Dependency[];
}

/** An entity with what was entered in the portal about it. */
export interface KnownEntity extends MirroredEntity {
  edited?: EditedProfile;
}

/** One entity needs another one to work. */
export interface Dependency {
  targetRef: string;
  /**
   * Relation of the catalog: what it depends on, an API it consumes, or, for
   * an API, the component that provides it.
   */
  type: 'dependsOn' | 'consumesApi' | 'apiProvidedBy';
}
