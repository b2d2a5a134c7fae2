namespace UnionBot.Services.Vacancies.Importing;

/// <summary>What a column that asks for nothing else says.</summary>
internal enum YesOrNo
{
    Yes,
    No,
}
