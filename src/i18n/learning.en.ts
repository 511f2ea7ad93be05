import authoring from '../../locales/en/authoring.json' with { type: 'json' };
import classroom from '../../locales/en/classroom.json' with { type: 'json' };
import lms from '../../locales/en/lms.json' with { type: 'json' };
import play from '../../locales/en/play.json' with { type: 'json' };
import practice from '../../locales/en/practice.json' with { type: 'json' };
import surface from '../../locales/en/surface.json' with { type: 'json' };
import training from '../../locales/en/training.json' with { type: 'json' };

/** The words of training, which most readers never need. */
export default { authoring, classroom, lms, play, practice, surface, training };
