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
 * All permissions of the compliance plugin.
 *
 * @public
 */
export const compliancePermissions = [
  complianceProfileReadPermission,
  complianceProfileUpdatePermission,
  complianceExportPermission,
];
