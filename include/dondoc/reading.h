/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reading.h: the records of a reading: what a careful official would write down after reading a document once.
 * Plain data; every pointer belongs to the reading and lives as long as it does. Strings are NFC, white space folded.
 * NULL means "not said"; a list of no items is {NULL, 0}.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* A day of the calendar; year 0 means "not said" */
typedef struct {
	int16_t year;
	int8_t month; /* 1 to 12 */
	int8_t day;   /* 1 to 31 */
} DdDay;

/* Where something stands in the file as it was given. line 0 means nowhere. */
typedef struct {
	uint32_t line, line_end; /* 1-based */
	uint32_t start, end;     /* byte offsets, end exclusive */
} DdSpan;

#define DD_CONFIDENCE_UNKNOWN 255

/* Where a word stands on a page. It begins at start, and the next one ends it */
typedef struct {
	uint32_t start;                    /* byte of the text it belongs to */
	uint32_t page;                     /* 1-based */
	uint16_t left, top, right, bottom; /* tenths of a point from the page's upper left corner */
	uint8_t confidence; /* 0 to 100 of the recognition, DD_CONFIDENCE_UNKNOWN: none was needed */
} DdPlace;

/* A value with its evidence */
typedef struct {
	const char *value; /* NULL: not said */
	const char *rule;  /* static name of the rule that gave it, for --explain */
	DdSpan span;
	uint8_t confidence; /* 0 to 100; under DD_CONFIDENCE_SURE a person should look */
} DdField;

#define DD_CONFIDENCE_SURE 80

typedef struct {
	DdField *items;
	size_t n;
} DdFieldList;

typedef enum {
	DD_TIME_NONE,
	DD_TIME_CONTINUOUS,
	DD_TIME_ANNUAL,
	DD_TIME_WHOLE_YEAR,
	DD_TIME_QUARTER,
	DD_TIME_MONTH,
	DD_TIME_YEAR,
	DD_TIME_BY_DATE,
	DD_TIME_RANGE,
	DD_TIME_FROM,
	DD_TIME_EVENT,
	DD_TIME_STAGED,
	DD_TIME_PERIODIC,
	DD_TIME_LAST
} DdTimeKind;

/* One stage of a staged time */
typedef struct {
	const char *what; /* NULL: not said */
	DdDay start, end;
} DdStage;

typedef struct {
	DdTimeKind kind;
	DdDay start, end; /* both ends included */
	uint8_t confidence;
	uint32_t n_every, n_stages;
	const char **every; /* "year", "half-year", "quarter", "month", "week", "day", or as written: "3 năm" */
	const char *event;  /* as written */
	const char *before; /* "MM-DD" of a yearly day, "DD" of a monthly one */
	DdStage *stages;
} DdTime;

/* A figure to reach */
typedef struct {
	DdSpan span;
	bool has_value;
	double value;
	const char *unit; /* "%", "tỷ đồng", "xã", … NULL: none */
	const char *op;   /* ">=", ">", "<=", "<", "=" */
	const char *of;   /* what is counted */
	const char *by;   /* year or day as written, "2030" */
	const char *text; /* of a target standing alone: its sentence */
	uint8_t confidence;
} DdIndicator;

typedef enum {
	DD_RELATION_MENTIONS,
	DD_RELATION_BASIS,
	DD_RELATION_IMPLEMENTS,
	DD_RELATION_AMENDS,
	DD_RELATION_ATTACHED_TO,
	DD_RELATION_LAST
} DdRelation;

typedef struct {
	DdSpan span;
	const char *raw;    /* as the text has it, never NULL */
	const char *type;   /* "Quyết định" */
	const char *number; /* "531/QĐ-TTg", blanks removed; NULL: none */
	DdDay date;
	const char *issuer;
	DdRelation relation;
	const char *clause; /* "khoản 2.1", NULL: the whole document */
	bool short_form;    /* a short name or plain repeat, filled in from a fuller mention */
	uint8_t confidence;
	const char *rule;
} DdCitation;

typedef struct {
	DdSpan span;
	const char *id; /* "II.3" */
	const char *text;
	uint8_t confidence;
	const char *rule;
} DdHeading;

typedef struct {
	DdSpan span;         /* the whole block, labels included */
	const char *id;      /* "II.3.1", "II.2.a-1" */
	const char *heading; /* id of the heading it stands under, NULL: none */
	DdField text;
	DdFieldList director, lead, coordinate, monitor;
	DdField time_raw;
	DdTime time;
	DdField product;
	DdField *solution, *funding; /* most tasks have neither: NULL */
	DdIndicator *indicators;
	size_t n_indicators;
	uint8_t confidence;
	const char *rule;
} DdTask;

typedef enum {
	DD_DUTY_REPORT,
	DD_DUTY_CONSOLIDATE,
	DD_DUTY_MONITOR,
	DD_DUTY_REVIEW,
	DD_DUTY_ADJUST,
	DD_DUTY_FUND,
	DD_DUTY_PUBLISH,
	DD_DUTY_LAST
} DdDutyKind;

typedef struct {
	DdSpan span; /* span.line is the line of the verb */
	DdDutyKind what;
	DdFieldList who, to;
	const char *due_raw;
	DdTime due;
	const char *text; /* the sentence or clause */
	uint8_t confidence;
	const char *rule;
} DdDuty;

typedef struct {
	DdSpan span;
	DdField agency;
	int count;            /* sessions, 0: not said */
	DdDay day;            /* of the start */
	int16_t hour, minute; /* -1: not said */
	const char *start_raw;
	DdTime time; /* where there is no exact day */
	const char *place;
	uint8_t confidence;
	const char *rule;
} DdSession;

typedef struct {
	const char *name;
	const char **abbr;
	size_t n_abbr;
	const char *kind; /* committee, department, room, party, union, school, company, person-role */
	bool collective;
	bool known;  /* found in the directory given or in the national catalogue */
	DdSpan span; /* first mention */
} DdUnit;

typedef struct {
	const char *name;
	const char *role;
	DdSpan span;
} DdPerson;

typedef struct {
	DdSpan span;
	const char *kind;   /* of reading-schema: "number-missing", … */
	const char *detail; /* English */
	const char *detail_vi;
} DdAnomaly;

typedef struct {
	DdField signed_at; /* RFC 3339 */
	DdField signer;
	DdField email;
	DdSpan span;
} DdElectronicSignature;

/* What the bytes say of a signature inside of a file */
typedef enum {
	DD_SIGNATURE_UNREADABLE, /* of a form that is not known: neither good nor bad */
	DD_SIGNATURE_BROKEN, /* the bytes are not those that were signed, or the signature is none */
	DD_SIGNATURE_VALID,
	DD_SIGNATURE_LAST
} DdSignatureState;

/* Whether an authority that the administrator trusts stands behind the signer */
typedef enum {
	DD_TRUST_UNCHECKED, /* no authority was given */
	DD_TRUST_UNKNOWN,   /* none of those given */
	DD_TRUST_EXPIRED,   /* one does, but not at the time of signing */
	DD_TRUST_GIVEN,
	DD_TRUST_LAST
} DdTrust;

/* A signature inside of a file */
typedef struct {
	const char *signer;       /* common name of the certificate, NULL unknown */
	const char *organisation; /* of the signer, NULL unknown */
	const char *authority;    /* who vouches for the signer: common name, NULL unknown */
	int64_t time;             /* seconds since 1970 in UTC, 0 unknown */
	DdSignatureState state;
	DdTrust trust;
	bool time_stamped; /* the time is of an authority, not of the signer's own clock */
	bool whole; /* it covers all of the file, so that nothing was changed or added since */
} DdSignature;

typedef struct {
	DdField type;   /* "Kế hoạch" */
	DdField number; /* "378/KH-SKHCN" */
	DdField symbol; /* "/KH-SKHCN": what is certain where the number is blank or lost */
	DdField issuer;
	DdField superior; /* the body above the issuer */
	DdField place;
	DdField date_raw;
	DdDay date;
	int16_t year; /* the document's own year, 0: not known */
	DdField title;
	bool draft;
	DdField authority; /* "KT. GIÁM ĐỐC" */
	DdField position;  /* "Phó Giám đốc" */
	DdField signer;
	DdFieldList recipients;
	DdField secrecy; /* "MẬT" */
	DdField urgency; /* "HỎA TỐC" */
	DdElectronicSignature *signatures;
	size_t n_signatures;
} DdDocumentHeader;

/* One whole reading */
typedef struct _DdReading DdReading;
struct _DdReading {
	const char *file;     /* name without folders */
	const char *kind;     /* of file: "DOCX"; NULL: plain text */
	const char *encoding; /* for people: "UTF-8" */
	bool bom, recomposed; /* a byte order mark was there; the text was not in NFC */
	bool damaged; /* marks or letters are broken (bad scan): matched on folded skeletons */
	uint32_t lines;
	DdDocumentHeader document;
	DdCitation *citations;
	size_t n_citations;
	DdHeading *headings;
	size_t n_headings;
	DdTask *tasks;
	size_t n_tasks;
	DdDuty *duties;
	size_t n_duties;
	DdSession *sessions;
	size_t n_sessions;
	DdIndicator *targets;
	size_t n_targets;
	DdUnit *units;
	size_t n_units;
	DdPerson *people;
	size_t n_people;
	DdAnomaly *anomalies;
	size_t n_anomalies;
	DdSignature *signatures; /* inside of the file; those that the text tells of are in document */
	size_t n_signatures;
	DdPlace *places; /* of the words on their pages, by start; none where the file has no pages */
	size_t n_places;
	void *arena; /* owner of all of the above */
};

void
dd_reading_free(DdReading *self);

/* Returns: the words of the JSON form: "whole-year", "implements", "consolidate" */
const char *
dd_time_kind_to_string(DdTimeKind kind);
const char *
dd_relation_to_string(DdRelation relation);
const char *
dd_duty_kind_to_string(DdDutyKind kind);
const char *
dd_signature_state_to_string(DdSignatureState state);
const char *
dd_trust_to_string(DdTrust trust);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdReading, dd_reading_free)

G_END_DECLS
