import {
  CheckResult,
  ClauseRef,
  ClauseStanding,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ExportedService } from '../exports/ServiceExporter';

/** A clause of a standard that the service is in scope of, and how it stands. */
export interface AssessedClause extends ClauseRef, ClauseStanding {
  title: string;
  /** Ids of the checks that are evidence for it. */
  checks: string[];
}

/** A service with everything that auditors want to know of it. */
export interface AssessedService extends ExportedService {
  isSupplier: boolean;
  /** As the reader may see them. */
  results: CheckResult[];
  clauses: AssessedClause[];
}
