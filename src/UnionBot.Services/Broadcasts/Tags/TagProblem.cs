namespace UnionBot.Services.Broadcasts.Tags;

/// <summary>What can be wrong with a row of tags. Worded by <c>templates/imports/member-tags.yaml</c>.</summary>
internal enum TagProblem
{
    MemberUnknown,
    MemberTwice,
}
