/* SPDX-License-Identifier: GPL-3.0-or-later */
/* found.c: from files to readings */
#include "found.h"

#include "document-read.h"

bool
dd_found_is_wrapping(const DdFileFound *found, size_t *members_out)
{
	*members_out = 0;
	if (found->document != NULL)
		dd_document_get_members(found->document, members_out);
	return *members_out > 0 && dd_document_get_blocks(found->document, DD_PART_BODY)->n == 0 &&
	       dd_document_get_blocks(found->document, DD_PART_HEADER)->n == 0;
}

bool
dd_found_is_worth(const DdReading *reading, bool has_members)
{
	return !has_members || reading->n_tasks > 0 || reading->n_duties > 0 ||
	       reading->n_sessions > 0;
}

DdReading *
dd_found_read(const DdReader *reader, const DdFileFound *found, const char *name, GError **error)
{
	if (found->document != NULL)
		return dd_reader_read_document(reader, found->document, name, error);
	return dd_reader_read(reader, found->text, name, error);
}
