import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { catalogueChecks } from './catalogue';
import { continuityChecks } from './continuity';
import { informationChecks } from './information';
import { operationsChecks } from './operations';
import { serviceLevelChecks } from './serviceLevel';
import { supplierChecks } from './supplier';

/** The checks that come with the plugin, in the order they are shown. */
export const builtInChecks: readonly Check[] = [
  ...catalogueChecks,
  ...serviceLevelChecks,
  ...informationChecks,
  ...continuityChecks,
  ...supplierChecks,
  ...operationsChecks,
];
