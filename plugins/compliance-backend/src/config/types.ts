import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  DocumentValues,
  Facet,
  LevelRule,
  Precedence,
  ScopeDefaults,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';

/** What app-config may change about a check. */
export interface CheckOverride {
  enabled?: boolean;
  weight?: number;
  /** Narrows what the check applies to; never widens it. */
  appliesTo?: FilterPredicate;
  /** ISO 8601 date. */
  enforcedFrom?: string;
}

/** The section `compliance` of app-config, read, checked and completed. */
export interface ComplianceConfig {
  /** Which entities of the catalog are assessed. */
  scope: FilterPredicate;
  /** Which of them are suppliers. */
  suppliers: FilterPredicate;
  /** Which of them carry which facet. */
  facets: Record<Facet, FilterPredicate>;
  scopeDefaults: ScopeDefaults;
  precedence: Precedence;
  vocabulary: Vocabulary;
  /** In ascending order of their minimum score. */
  levels: LevelRule[];
  /** By check id. */
  checkOverrides: Record<string, CheckOverride>;
  /** Checks that are declared in app-config. */
  declaredChecks: Check[];
  /** Paths of files with further standards. */
  standards: string[];
  /** What Statements of Applicability start from. */
  applicability: {
    /** Id of a standard. */
    standard: string;
    /** By the number of the control or clause; not validated yet. */
    entries: Record<string, unknown>;
  }[];
  /** Documents that are declared in app-config. */
  documents: (DocumentValues & { id: string })[];
  /** How often the catalog is read and what changed is assessed. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** How long changes of verdicts are kept, ISO 8601 duration. */
  historyRetention: string;
  supplierRisk: {
    /** Over how many dependencies the risk of suppliers is inherited. */
    depth: number;
  };
}
