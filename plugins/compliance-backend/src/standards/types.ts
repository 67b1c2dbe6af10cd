import {
  Crosswalk,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Place } from '../config/problems';

/** Something that was added, and how messages call places in it. */
export interface Added<T> {
  item: T;
  at: Place;
}

/** What files add to the standards. */
export interface AddedStandards {
  standards: Added<Standard>[];
  crosswalks: Added<Crosswalk>[];
  /** Why something is missing here, in one line for each problem. */
  problems: string[];
}
