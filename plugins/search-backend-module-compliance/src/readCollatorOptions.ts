import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, ConfigReader } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { Permission } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { complianceProfileReadPermission } from '@service-compliance/backstage-plugin-compliance-common';

const SECTION = 'search.collators.compliance';

const defaultSchedule = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  // The backend reads the catalog first, five seconds after its own start.
  initialDelay: { seconds: 15 },
};

const visibilityPermissions: readonly Permission[] = [
  catalogEntityReadPermission,
  complianceProfileReadPermission,
];

/** What app-config decides. */
export interface CollatorOptions {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Where a result leads to, with `:kind`, `:namespace` and `:name` in it. */
  locationTemplate: string;
  visibilityPermission: Permission;
}

/**
 * Reads the section of the collator; every key is optional.
 *
 * @throws InputError for what cannot be used.
 */
export function readCollatorOptions(config: Config): CollatorOptions {
  const section = config.getOptionalConfig(SECTION) ?? new ConfigReader({});
  return {
    schedule: readSchedule(section),
    locationTemplate:
      section.getOptionalString('locationTemplate') ??
      '/catalog/:namespace/:kind/:name/compliance',
    visibilityPermission: readPermission(section),
  };
}

function readSchedule(section: Config): SchedulerServiceTaskScheduleDefinition {
  const schedule = section.getOptional<JsonObject>('schedule');
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(
      new ConfigReader({ ...defaultSchedule, ...schedule }),
    );
  } catch (error) {
    throw new InputError(
      `Invalid ${SECTION}.schedule: ${toError(error).message}`,
    );
  }
}

function readPermission(section: Config): Permission {
  const name =
    section.getOptionalString('visibilityPermission') ??
    catalogEntityReadPermission.name;
  const permission = visibilityPermissions.find(known => known.name === name);
  if (!permission) {
    throw new InputError(
      `Invalid ${SECTION}.visibilityPermission '${name}', expected one of ${visibilityPermissions
        .map(known => known.name)
        .join(', ')}`,
    );
  }
  return permission;
}
