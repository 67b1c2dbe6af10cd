import { defaultVocabulary } from '../vocabulary';
import { readAnnotations, writeAnnotations } from './declared';
import { facets, fieldList } from './fields';
import { fieldGroupSchema } from './schema';

describe('field table', () => {
  it('names every field, annotation, label and column once', () => {
    for (const key of ['id', 'annotation', 'label', 'column'] as const) {
      const names = fieldList.map(field => field[key]).filter(Boolean);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('uses keys that the catalog accepts', () => {
    for (const { annotation, label } of fieldList) {
      expect(annotation).toMatch(/^compliance\/[a-z][a-z-]{0,61}[a-z]$/);
      expect(label ?? annotation).toBe(label ? label : annotation);
    }
  });

  it('has one labelled field for each facet', () => {
    const labelled = fieldList.filter(field => field.label);
    expect(labelled.map(field => field.group).sort()).toEqual(
      [...facets].sort(),
    );
  });

  describe.each(fieldList.map(field => [field.id, field] as const))(
    '%s',
    (_id, field) => {
      it('has an example that is read, written and valid in JSON', () => {
        const annotations = { [field.annotation]: field.example };
        const { values, errors } = readAnnotations(
          annotations,
          defaultVocabulary,
        );
        expect(errors).toEqual([]);
        expect(writeAnnotations(values)).toEqual(annotations);

        const schema = fieldGroupSchema(field.group, defaultVocabulary);
        expect(schema.parse(values[field.group])).toEqual(values[field.group]);
      });

      it('describes what is right', () => {
        expect(field.type.describe(defaultVocabulary)).not.toBe('');
        expect(field.description).toMatch(/\.$/);
      });
    },
  );
});
