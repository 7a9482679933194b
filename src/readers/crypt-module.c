/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crypt-module.c: the opening of office files with a password as a module of its own: only they wait for nettle */
#include "crypt-package.h"
#include "reader-module.h"

/* NOLINTNEXTLINE(readability-identifier-naming): the name that all modules export */
__attribute__((visibility("default"))) const DdDecryptModule dd_reader_module = {
	.version = DD_READER_MODULE_VERSION,
	.open = dd_crypt_package_open,
};
