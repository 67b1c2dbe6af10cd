import { excerptOf } from './excerpt';

/** Where a word of a text is. */
function problemAt(text: string, word: string) {
  const start = text.indexOf(word);
  const lines = text.slice(0, start).split('\n');
  return {
    message: '',
    line: lines.length,
    column: lines.at(-1)!.length + 1,
    start,
    end: start + word.length,
  };
}

describe('excerptOf', () => {
  it('marks the part of the line', () => {
    const text = 'level: gold\nknd: api\n';
    expect(excerptOf(text, problemAt(text, 'knd'))).toEqual({
      content: 'knd: api',
      mark: '^^^',
    });
  });

  it('shows the part of a long line that matters', () => {
    const text = `${'a'.repeat(100)} knd ${'b'.repeat(100)}`;
    const { content, mark } = excerptOf(text, problemAt(text, 'knd'));
    expect(content).toHaveLength(50);
    expect(content.slice(mark.indexOf('^'), mark.length)).toBe('knd');
  });

  it('shows the end of a long line', () => {
    const text = `${'a'.repeat(100)} knd`;
    const { content, mark } = excerptOf(text, problemAt(text, 'knd'));
    expect(content).toMatch(/^…a+ knd$/);
    expect(content.slice(mark.indexOf('^'))).toBe('knd');
  });

  it('ends with the line where the part goes on after it', () => {
    const text = '$all:\n  - a\n  - b';
    expect(
      excerptOf(text, { ...problemAt(text, '- a'), end: text.length }),
    ).toEqual({ content: '  - a', mark: '  ^^^' });
  });

  it('points behind the end of the text', () => {
    const text = '{ kind';
    const end = text.length;
    const problem = { message: '', line: 1, column: end + 1, start: end, end };
    expect(excerptOf(text, problem)).toEqual({
      content: text,
      mark: '      ^',
    });
  });
});
