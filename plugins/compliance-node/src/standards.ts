import { createExtensionPoint } from '@backstage/backend-plugin-api';
import {
  Crosswalk,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';

/**
 * Adds standards and crosswalks to those that are built in.
 *
 * @public
 */
export interface ComplianceStandardsExtensionPoint {
  /**
   * @throws Error when a standard with this id exists already.
   */
  addStandard(...standards: Standard[]): void;
  /**
   * Both standards must be known when the backend starts.
   *
   * @throws Error when a crosswalk with this id exists already.
   */
  addCrosswalk(...crosswalks: Crosswalk[]): void;
}

/**
 * To add standards from a module of the compliance backend.
 *
 * @public
 */
export const complianceStandardsExtensionPoint =
  createExtensionPoint<ComplianceStandardsExtensionPoint>({
    id: 'compliance.standards',
  });
