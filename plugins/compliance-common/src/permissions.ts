import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  BasicPermission,
  createPermission,
} from '@backstage/plugin-permission-common';

/**
 * Reading the profile and the scorecard of an entity. The resource is the
 * catalog entity, so a policy can decide with the catalog's own rules. Needed
 * in addition to `catalog.entity.read`.
 *
 * @public
 */
export const complianceProfileReadPermission = createPermission({
  name: 'compliance.profile.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Changing the profile of an entity in the portal. Where permissions are not
 * enabled, owners may, be it themselves or through their groups.
 *
 * @public
 */
export const complianceProfileUpdatePermission = createPermission({
  name: 'compliance.profile.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Exporting lists as files, of what the reader may see.
 *
 * @public
 */
export const complianceExportPermission: BasicPermission = createPermission({
  name: 'compliance.export',
  attributes: { action: 'read' },
});

/**
 * Reading the Statement of Applicability.
 *
 * @public
 */
export const complianceApplicabilityReadPermission: BasicPermission =
  createPermission({
    name: 'compliance.applicability.read',
    attributes: { action: 'read' },
  });

/**
 * Changing the draft of the Statement of Applicability.
 *
 * @public
 */
export const complianceApplicabilityUpdatePermission: BasicPermission =
  createPermission({
    name: 'compliance.applicability.update',
    attributes: { action: 'update' },
  });

/**
 * Approving the draft of the Statement of Applicability as a new version.
 *
 * @public
 */
export const complianceApplicabilityApprovePermission: BasicPermission =
  createPermission({
    name: 'compliance.applicability.approve',
    attributes: { action: 'create' },
  });

/**
 * Reading the register of documents.
 *
 * @public
 */
export const complianceDocumentReadPermission: BasicPermission =
  createPermission({
    name: 'compliance.document.read',
    attributes: { action: 'read' },
  });

/**
 * Adding, changing and removing documents of the register.
 *
 * @public
 */
export const complianceDocumentUpdatePermission: BasicPermission =
  createPermission({
    name: 'compliance.document.update',
    attributes: { action: 'update' },
  });

/**
 * All permissions of the compliance plugin.
 *
 * @public
 */
export const compliancePermissions = [
  complianceProfileReadPermission,
  complianceProfileUpdatePermission,
  complianceExportPermission,
  complianceApplicabilityReadPermission,
  complianceApplicabilityUpdatePermission,
  complianceApplicabilityApprovePermission,
  complianceDocumentReadPermission,
  complianceDocumentUpdatePermission,
];
