/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-document.h: SQL of lists of documents: by where a list begins to look, and its order */
#pragma once

#include "db.h"
#include "stored.h"

G_BEGIN_DECLS

/* Where a list begins to look: what leaves the fewest documents */
typedef enum {
	DD_DOCUMENTS_OF_ALL,  /* along the order itself */
	DD_DOCUMENTS_OF_TYPE, /* along the order, too */
	/* along the numbers of documents; by date they are sorted, as those of all that follow are in each order */
	DD_DOCUMENTS_OF_STATE,
	DD_DOCUMENTS_OF_DATES,
	DD_DOCUMENTS_OF_ISSUER,
	DD_DOCUMENTS_OF_NUMBER,
	DD_DOCUMENTS_OF_UNIT, /* which a unit issued, or has to do with */
	DD_DOCUMENTS_OF_LAST
} DdDocumentsOf;

/*
 * $1 the number, and $11 the date, of the row before; $2 those that are only heard of, too; $3 how many rows; $4 the unit (of
 * dd_stored_unit_key); $5 type; $6 what keys of issuers begin with, $12 what they are before; $7 and $13 of numbers; $8 the first
 * date, $9 the last, "" of what has none; $10 state
 */
extern const DdDbStatement dd_document_sql[DD_DOCUMENTS_OF_LAST][DD_DOCUMENTS_LAST];
/* How many rows each but the first leaves, at most $1: by $2, and of a range $3 */
extern const DdDbStatement dd_document_count_sql[DD_DOCUMENTS_OF_LAST];

G_END_DECLS
