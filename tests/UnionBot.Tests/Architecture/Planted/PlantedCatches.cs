namespace UnionBot.Tests.Architecture.Planted;

/// <summary>Planted violations: blanket catches; and others that look alike when compiled, but are none.</summary>
internal static class PlantedCatches
{
    public static int CatchesNamed(string text)
    {
        try
        {
            return text.Length;
        }
        catch (Exception e)
        {
            return e.HResult;
        }
    }

    public static int CatchesNameless(string text)
    {
        try
        {
            return text.Length;
        }
        catch
        {
            return 0;
        }
    }

    public static async Task<int> CatchesInAsync(Task<int> task)
    {
        try
        {
            return await task;
        }
        catch (Exception)
        {
            return 0;
        }
    }

    public static async Task<int> AwaitsAtTheEnd(Task<int> task, Stream stream)
    {
        await using (stream)
        {
            return await task;
        }
    }

    public static int Filters(string text)
    {
        try
        {
            return text.Length;
        }
        catch (Exception e) when (e is InvalidOperationException)
        {
            return 0;
        }
    }
}
