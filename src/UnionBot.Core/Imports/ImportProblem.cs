namespace UnionBot.Core.Imports;

/// <summary>
/// What can be wrong with any table. Worded by <c>templates/imports/words.yaml</c>, under the same name in kebab case.
/// </summary>
public enum ImportProblem
{
    Empty,
    Protected,
    OldWorkbook,
    Damaged,
    Encoding,

    /// <summary>With the most megabytes.</summary>
    TooManyBytes,

    /// <summary>With the most rows.</summary>
    TooManyRows,

    /// <summary>With the most columns.</summary>
    TooManyColumns,

    NoHeaders,
    ColumnMissing,
    ColumnTwice,
    TooManyCells,

    /// <summary>A line that is no JSON object.</summary>
    JsonLine,

    /// <summary>A list or an object where a value should be.</summary>
    JsonNested,

    /// <summary>One name twice in an object.</summary>
    JsonTwice,

    Quotes,

    /// <summary>A quote that is never closed makes one record of all that follows.</summary>
    RecordTooLong,

    Required,

    /// <summary>Longer than any cell may be; with the most characters.</summary>
    CellTooLong,

    /// <summary>Longer than this column allows; with the most characters.</summary>
    TextTooLong,

    ControlCharacters,
    FormulaError,
    Scientific,

    /// <summary>More digits than a spreadsheet can hold.</summary>
    NumberTooLong,

    /// <summary>A number where zeros in front belong to the value.</summary>
    NumberForCode,

    LostZeros,
    CodeCharacters,

    /// <summary>With the words that may stand there.</summary>
    NotOneOf,

    Day,

    /// <summary>Spreadsheets count days from 1900.</summary>
    DaySerial,

    DayRange,
    Mobile,
    IdFirstGeneration,
    IdLength,
    IdCharacters,
    IdBirthDate,
    IdCheckDigit,

    UnionUnknown,
    UnionAmbiguous,
    UnionCode,
    UnionTwice,
    UnionNamesake,
    UnionMoved,
    UnionTooDeep,
    RegionUnknown,

    MemberUnfindable,
    MemberTwice,
    MemberAmbiguous,
    MemberSomeoneElse,
}
