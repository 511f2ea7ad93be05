import authoring from '../../locales/zh-TW/authoring.json' with { type: 'json' };
import classroom from '../../locales/zh-TW/classroom.json' with { type: 'json' };
import lms from '../../locales/zh-TW/lms.json' with { type: 'json' };
import play from '../../locales/zh-TW/play.json' with { type: 'json' };
import practice from '../../locales/zh-TW/practice.json' with { type: 'json' };
import surface from '../../locales/zh-TW/surface.json' with { type: 'json' };
import training from '../../locales/zh-TW/training.json' with { type: 'json' };

/** The words of training, which most readers never need. */
export default { authoring, classroom, lms, play, practice, surface, training };
