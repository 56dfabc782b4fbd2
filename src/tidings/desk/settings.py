"""The desk's settings: those of the registry, and what a page needs.

Nothing here reads a secret: the registry's key comes with the passphrase, and the key that
signs forms lives as long as the process.
"""

import os
import secrets
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from tidings.registry import settings as registry

HERE = Path(__file__).parent

DEBUG = False
SECRET_KEY = secrets.token_urlsafe(48)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DATABASES = registry.DATABASES
USE_TZ = registry.USE_TZ
TIME_ZONE = registry.TIME_ZONE
DEFAULT_AUTO_FIELD = registry.DEFAULT_AUTO_FIELD
INSTALLED_APPS = [
    *registry.INSTALLED_APPS,
    "django.contrib.staticfiles",
    "tidings.desk",
]
ROOT_URLCONF = "tidings.desk.urls"
MIDDLEWARE = [
    "tidings.desk.middleware.Headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tidings.desk.middleware.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "tidings.desk.middleware.Gatekeeper",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["tidings.desk.pages.context"],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "django.templatetags.static",
                "tidings.desk.templatetags.desk",
            ],
        },
    }
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [("pictures", HERE.parent / "publishing" / "pictures" / "style")]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

CSRF_COOKIE_NAME = "tidings_form"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "tidings.desk.views.errors.forbidden"

USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ru", _("Russian")), ("kk", _("Kazakh"))]
PSEUDO_LOCALE = os.environ.get("TIDINGS_PSEUDO_LOCALE") == "1"
if PSEUDO_LOCALE:
    LANGUAGES.append(("en-rtl", "English, mirrored"))
LOCALE_PATHS = [HERE / "locale"]
FORMAT_MODULE_PATH = "tidings.desk.formats"

#: Uploads stay in memory: a temporary file would hold names in the clear.
UPLOAD_LIMIT = 32 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["tidings.desk.uploads.MemoryOnly"]
FILE_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "tidings.desk.logs.Quiet"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "waitress": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
