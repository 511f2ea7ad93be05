// To be read in another page (`?view=embed`), this one hands over to embed.html, in index.html already:
// then nothing of the editor is asked for.
if (!/[?&]view=embed(&|$)/.test(location.search)) void import('./main.tsx');

export {};
