using System.Text.RegularExpressions;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>The version that the form of a page carries.</summary>
internal static partial class Versions
{
    public static string In(string page) => Field().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"version\" value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
