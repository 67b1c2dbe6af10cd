import { relationships } from '@service-compliance/backstage-plugin-compliance-common';
import { z } from 'zod';
import { list, section, slug, text } from '../config/parts';

const NUMBER =
  'a number of at most 63 letters, digits, dots, dashes, underscores and brackets';

/** Numbers end up in URLs and tables. */
const number = z
  .string(NUMBER)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9._()-]{0,61}[A-Za-z0-9)])?$/, NUMBER);

const clause = section({
  id: number,
  title: text,
  kind: z.enum(['clause', 'control']).optional(),
  parent: text.optional(),
  evidence: z.enum(['service']).optional(),
});

const relation = section({
  source: text,
  target: text,
  relationship: z.enum(relationships).default('intersects-with'),
  theme: slug,
});

/** A file with a standard and its relations to others. */
export const fileSchema = section({
  id: slug,
  title: text,
  managementSystem: z.enum(['sms', 'isms']),
  themes: list(section({ id: number, title: text })).optional(),
  clauses: list(clause).min(1, 'at least one clause'),
  crosswalks: list(
    section({
      target: text,
      status: z.enum(['draft', 'complete']).default('draft'),
      relations: list(relation).min(1, 'at least one relation'),
    }),
  ).default([]),
});
