import { describe, expect, it } from 'vitest';
import { openText } from './files.ts';
import { createApp } from './test-app.ts';

describe('the text of a file that is opened', () => {
  it('is shown as a course where it says that it is one, readable or not', () => {
    const app = createApp();
    const text = '{"format":"csp-course","version":99}';
    openText(app, 'a.json', text);
    expect(app.view.getState()).toMatchObject({
      dialog: 'course',
      courseFile: { name: 'a.json', text },
      unreadable: null,
    });
    expect(app.workspace.getState().open).toHaveLength(1);
  });

  it.each(['{"format":"csp-quiz"}', '{', '[{"format":"csp-course"}]'])(
    'is refused where it says nothing such: %s',
    (text) => {
      const app = createApp();
      openText(app, 'a.json', text);
      expect(app.view.getState()).toMatchObject({ dialog: 'unreadable', courseFile: null });
    },
  );
});
