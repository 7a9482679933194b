/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office-status.h: the exit statuses of dondoc-office, which tell its caller what its pipe cannot */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
	DD_OFFICE_DONE = 0,   /* wrote the converted file */
	DD_OFFICE_FAILED = 1, /* could not make its folder, or not write */
	DD_OFFICE_USAGE = 2,  /* was not started as it must be */
	DD_OFFICE_REFUSED = 3, /* the kernel refused the sandbox; the office program was not started */
	DD_OFFICE_NOTHING = 4, /* the office program ended and left no file, or not one that can be taken */
	DD_OFFICE_DIED = 5,    /* the office program died of a signal */
	DD_OFFICE_LARGE = 6,   /* the office program wrote more than it may */
	DD_OFFICE_BUSY = 7,    /* the office program took more processor time than it may */
	DD_OFFICE_STOPPED = 8, /* nobody waits for the file any more, or somebody wants an end */
	DD_OFFICE_LAST
} DdOfficeStatus;

G_END_DECLS
