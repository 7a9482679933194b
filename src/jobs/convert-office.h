/* SPDX-License-Identifier: GPL-3.0-or-later */
/* convert-office.h: Word and Excel files of before 2007, made into DOCX and XLSX by LibreOffice, if it is installed */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef enum {
	DD_OFFICE_TEXT,  /* .doc → .docx */
	DD_OFFICE_SHEET, /* .xls → .xlsx */
	DD_OFFICE_KIND_LAST
} DdOfficeKind;

/* What a conversion is given; dd_office_convert takes DD_MAX_OFFICE_… of maxima.h */
typedef struct {
	unsigned seconds;     /* from its start to the end of the result */
	unsigned end_seconds; /* more, to end LibreOffice and remove what it wrote */
	size_t bytes;         /* of the result */
} DdOfficeSpan;

/* By what it is done */
typedef struct {
	const char *converter; /* path of dondoc-office; NULL: as dd_child_find finds it */
	const char *program;   /* path of soffice.bin; NULL: the one that is installed */
	const char *place;     /* where that is looked for first; NULL: where Debian has it */
	const char *folder; /* where the converter's folder is made; NULL: that of temporary files */
	const bool *stop;   /* as of DdChild */
} DdOfficeTask;

/*
 * Has LibreOffice convert @fd (an open file), in a box of its own (dondoc-office), and keeps the deadline. The result is as little to be
 * trusted as the file was: it is for a worker. Neither a process nor a file is left behind, even when the caller is killed.
 * Returns: (transfer full) the bytes of a ZIP file; NULL when LibreOffice is not there (DD_ERROR_UNSUPPORTED, with what to install) or
 * could not be boxed in (the same), cannot make anything of the file or dies of it (DD_ERROR_INVALID_DATA), takes too much of
 * something (DD_ERROR_TOO_LARGE), or could not be given a folder (DD_ERROR_IO)
 */
GByteArray *
dd_office_convert(int fd, DdOfficeKind kind, const DdOfficeTask *task, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* The same within @span */
GByteArray *
dd_office_convert_within(int fd, DdOfficeKind kind, const DdOfficeTask *task,
	const DdOfficeSpan *span, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
